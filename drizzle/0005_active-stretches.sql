-- "How many were open at that instant" was answered by walking through everything that happened since, which grew with
-- history. A finished stretch of owed work is now a row, found by its length class; what is still open is found by its
-- status as before. The rows of old stretches are made from the events. Summaries are of weeks, months and quarters: what
-- was called a week is a period.
CREATE TABLE "active_stretch" (
	"ticket_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"community_id" integer NOT NULL,
	"began" timestamp (3) with time zone NOT NULL,
	"ended" timestamp (3) with time zone NOT NULL,
	"length_class" smallint GENERATED ALWAYS AS (ceil(log(2.0, greatest(1, extract(epoch from ended - began) / 86400)))::smallint) STORED NOT NULL,
	CONSTRAINT "active_stretch_ticket_id_seq_pk" PRIMARY KEY("ticket_id","seq")
);
--> statement-breakpoint
ALTER TABLE "summary_run" RENAME COLUMN "week" TO "period";--> statement-breakpoint
ALTER TABLE "summary_run" DROP CONSTRAINT "summary_run_chat_id_week_pk";--> statement-breakpoint
ALTER TABLE "summary_run" ADD CONSTRAINT "summary_run_chat_id_period_pk" PRIMARY KEY("chat_id","period");--> statement-breakpoint
ALTER TABLE "active_stretch" ADD CONSTRAINT "active_stretch_ticket" FOREIGN KEY ("ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "active_stretch_class" ON "active_stretch" USING btree ("community_id","length_class","began");--> statement-breakpoint
INSERT INTO "active_stretch" ("ticket_id", "seq", "community_id", "began", "ended")
SELECT e.ticket_id, e.seq, e.community_id,
  coalesce((
    SELECT max(o.at) FROM ticket_event o WHERE o.ticket_id = e.ticket_id AND o.type = 'reopened' AND o.seq < e.seq),
    t.opened_at),
  e.at
FROM ticket_event e JOIN ticket t ON t.id = e.ticket_id
WHERE e.type IN ('resolved', 'withdrawn', 'rejected', 'merged');
--> statement-breakpoint
UPDATE "post" SET body = body - 'week' || jsonb_build_object('period', body -> 'week') WHERE body ->> 'kind' = 'summary';
