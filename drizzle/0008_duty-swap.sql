-- Shifts that somebody is asked to take over, or has taken over: a layer over the roster, which the community file goes on to own.
CREATE TABLE "duty_swap" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duty_swap_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" integer NOT NULL,
	"from_user" bigint NOT NULL,
	"to_user" bigint NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"agreed" boolean,
	CONSTRAINT "duty_swap_decided" CHECK (("duty_swap"."decided_at" is null) = ("duty_swap"."agreed" is null))
);
--> statement-breakpoint
ALTER TABLE "duty_swap" ADD CONSTRAINT "duty_swap_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duty_swap_of_community" ON "duty_swap" USING btree ("community_id","decided_at");