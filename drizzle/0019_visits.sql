-- Calls at people's doors (走访): kept for whoever made them, counted for the committee.
CREATE TABLE "visit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" integer NOT NULL,
	"ticket_id" bigint,
	"user_id" bigint NOT NULL,
	"building" text,
	"unit" text,
	"room" text,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"chat_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	CONSTRAINT "visit_message" UNIQUE("chat_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_ticket" FOREIGN KEY ("ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visit_of_community" ON "visit" USING btree ("community_id","at");