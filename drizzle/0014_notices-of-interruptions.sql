-- Notices of water, power and other cuts, and the reports each of them answered in place of a ticket: rows of their own, so that a
-- report answered so can still become a ticket. The outbox learns to pin and unpin a post.
CREATE TABLE "interruption" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interruption_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" integer NOT NULL,
	"status" text NOT NULL,
	"utility" text NOT NULL,
	"areas" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"emergency" boolean NOT NULL,
	"by" jsonb NOT NULL,
	"chat_id" bigint NOT NULL,
	"thread_id" bigint,
	"published_at" timestamp (3) with time zone,
	"before" jsonb,
	"ended_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "interruption_tenant" UNIQUE("id","community_id"),
	CONSTRAINT "interruption_status" CHECK ("interruption"."status" in ('draft', 'published', 'ended', 'cancelled', 'dropped')),
	CONSTRAINT "interruption_window" CHECK ("interruption"."ends_at" is null or "interruption"."ends_at" > "interruption"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "interruption_report" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interruption_report_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" integer NOT NULL,
	"interruption_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"reporter" jsonb,
	"report" jsonb NOT NULL,
	"media_group_id" text,
	"status" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "interruption_report_message" UNIQUE("chat_id","message_id"),
	CONSTRAINT "interruption_report_status" CHECK ("interruption_report"."status" in ('answered', 'separate', 'told', 'still-out'))
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_op";--> statement-breakpoint
ALTER TABLE "interruption" ADD CONSTRAINT "interruption_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interruption_report" ADD CONSTRAINT "interruption_report_notice" FOREIGN KEY ("interruption_id","community_id") REFERENCES "public"."interruption"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interruption_published" ON "interruption" USING btree ("community_id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "interruption_report_of" ON "interruption_report" USING btree ("interruption_id","id");--> statement-breakpoint
CREATE INDEX "post_interruption" ON "post" USING btree (((body ->> 'interruption')::bigint)) WHERE status = 'live' and kind = 'interruption';--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_op" CHECK (case "outbox"."op"
        when 'show' then "outbox"."post_id" is not null
        when 'delete' then "outbox"."post_id" is not null
        when 'delete-message' then "outbox"."target_message_id" is not null
        when 'pin' then "outbox"."post_id" is not null
        when 'unpin' then "outbox"."post_id" is not null
        when 'leave' then true
        else false end);