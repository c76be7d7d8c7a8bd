-- The duty calendar's address: one for each community, by its hash like the other codes; a new one takes the old one's place.
ALTER TABLE "secret" DROP CONSTRAINT "secret_kind";--> statement-breakpoint
CREATE UNIQUE INDEX "secret_one_duty_calendar" ON "secret" USING btree ("community_id") WHERE "secret"."kind" = 'duty';--> statement-breakpoint
ALTER TABLE "secret" ADD CONSTRAINT "secret_kind" CHECK ("secret"."kind" in ('claim', 'bind', 'link', 'duty'));