-- Statutory days are published late in the year before. A due row of the community itself warns the owners of a year nobody
-- knows yet, once for ever; the digest tells a start that the days have changed since its tickets were last reckoned with them.
ALTER TABLE "due" DROP CONSTRAINT "due_one_subject";--> statement-breakpoint
ALTER TABLE "community" ADD COLUMN "statutory_days" text;--> statement-breakpoint
CREATE UNIQUE INDEX "due_community_key" ON "due" USING btree ("community_id","key") WHERE num_nonnulls(ticket_id, question_id, stranger_chat_id) = 0;--> statement-breakpoint
ALTER TABLE "due" ADD CONSTRAINT "due_tenant" CHECK ("due"."key" not like 'community/%' or "due"."community_id" is not null);--> statement-breakpoint
ALTER TABLE "due" ADD CONSTRAINT "due_one_subject" CHECK (num_nonnulls("due"."ticket_id", "due"."question_id", "due"."stranger_chat_id") = case when "due"."key" like 'community/%' then 0 else 1 end);