-- A matter that was sent back keeps why, so that every card can say it. `ladder_from` is when a change of category made
-- the ladder look at a ticket afresh: steps that the new class puts before it are due at it. The index finds the
-- questions that a finished ticket must take down.
ALTER TABLE "ticket" ADD COLUMN "sent_back" jsonb;--> statement-breakpoint
ALTER TABLE "ticket" ADD COLUMN "ladder_from" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "post_prompts" ON "post" USING btree ("ticket_id") WHERE status = 'live' and kind = 'prompt';
