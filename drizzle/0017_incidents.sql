-- Many like reports of one area, proposed to staff as one matter: at most one at a time for a kind of matter and an area.
CREATE TABLE "incident" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incident_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" integer NOT NULL,
	"status" text NOT NULL,
	"category" text NOT NULL,
	"urgency" text NOT NULL,
	"building" text,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"parent_ticket_id" bigint,
	CONSTRAINT "incident_status" CHECK ("incident"."status" in ('proposed', 'joined', 'dismissed', 'split')),
	CONSTRAINT "incident_joined" CHECK (("incident"."status" in ('joined', 'split')) = ("incident"."parent_ticket_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_parent_ticket" FOREIGN KEY ("parent_ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "incident_proposed" ON "incident" USING btree ("community_id","category",coalesce(building, '')) WHERE status = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "incident_parent" ON "incident" USING btree ("parent_ticket_id") WHERE parent_ticket_id is not null;