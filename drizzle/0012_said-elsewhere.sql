-- What must be heard and finds its chat gone is said elsewhere; which row it stands in for tells whether anybody has heard.
ALTER TABLE "outbox" ADD COLUMN "stands_in_for" bigint;--> statement-breakpoint
CREATE INDEX "outbox_calls" ON "outbox" USING btree ("ticket_id") WHERE op = 'show' and purpose in ('emergency', 'escalation');--> statement-breakpoint
CREATE INDEX "outbox_stands_in_for" ON "outbox" USING btree ("stands_in_for") WHERE stands_in_for is not null;--> statement-breakpoint
CREATE INDEX "outbox_failed_calls" ON "outbox" USING btree ("ticket_id") WHERE status = 'failed' and op = 'show' and purpose in ('emergency', 'escalation');