-- The first tables: tenants and their chats and people; tickets with their events; what time still has to do (due), what
-- is to be said (post, outbox) and what came in (inbox), each decided once by a unique row. Partial indexes keep every
-- sweep as cheap after a million tickets as on the first day: they hold only what is still open, undecided or unsent.
CREATE TABLE "attachment" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ticket_id" bigint NOT NULL,
	"community_id" integer NOT NULL,
	"proof" boolean NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "building" (
	"community_id" integer NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"units" integer,
	"floors" integer,
	"households" integer,
	"handover" text,
	"grid" text,
	CONSTRAINT "building_community_id_name_pk" PRIMARY KEY("community_id","name")
);
--> statement-breakpoint
CREATE TABLE "chat" (
	"id" bigint PRIMARY KEY NOT NULL,
	"community_id" integer NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"buildings" jsonb NOT NULL,
	"thread_id" bigint,
	"status" text DEFAULT 'active' NOT NULL,
	"can_delete" boolean DEFAULT false NOT NULL,
	CONSTRAINT "chat_role" CHECK ("chat"."role" in ('residents', 'staff', 'committee')),
	CONSTRAINT "chat_status" CHECK ("chat"."status" in ('active', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "chat_alias" (
	"former_id" bigint PRIMARY KEY NOT NULL,
	"chat_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "community" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"timezone" text NOT NULL,
	"language" text NOT NULL,
	"households" integer,
	"policy_version" integer NOT NULL,
	"next_summary_at" timestamp (3) with time zone,
	CONSTRAINT "community_name_unique" UNIQUE("name"),
	CONSTRAINT "community_language" CHECK ("community"."language" in ('zh-CN', 'en'))
);
--> statement-breakpoint
CREATE TABLE "due" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"community_id" integer,
	"ticket_id" bigint,
	"question_id" bigint,
	"stranger_chat_id" bigint,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"clock" text,
	"clock_due" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"outcome" text,
	CONSTRAINT "due_one_subject" CHECK (num_nonnulls("due"."ticket_id", "due"."question_id", "due"."stranger_chat_id") = 1),
	CONSTRAINT "due_outcome" CHECK (("due"."decided_at" is null) = ("due"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"chat_id" bigint,
	"payload" jsonb,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"error" text,
	CONSTRAINT "inbox_status" CHECK ("inbox"."status" in ('pending', 'done', 'parked'))
);
--> statement-breakpoint
CREATE TABLE "installation_owner" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member" (
	"community_id" integer NOT NULL,
	"user_id" bigint NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_community_id_user_id_pk" PRIMARY KEY("community_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"chat_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"community_id" integer NOT NULL,
	"ticket_ids" jsonb NOT NULL,
	"media_group_id" text,
	"attachments" jsonb NOT NULL,
	"author_id" bigint,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_chat_id_message_id_pk" PRIMARY KEY("chat_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"community_id" integer,
	"chat_id" bigint NOT NULL,
	"ticket_id" bigint,
	"op" text NOT NULL,
	"post_id" bigint,
	"target_message_id" bigint,
	"purpose" text NOT NULL,
	"priority" smallint NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"not_before" timestamp (3) with time zone,
	"dedupe_key" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"resend" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"sending_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"error" text,
	CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('pending', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
	CONSTRAINT "outbox_op" CHECK (case "outbox"."op"
        when 'show' then "outbox"."post_id" is not null
        when 'delete' then "outbox"."post_id" is not null
        when 'delete-message' then "outbox"."target_message_id" is not null
        when 'leave' then true
        else false end)
);
--> statement-breakpoint
CREATE TABLE "person" (
	"community_id" integer NOT NULL,
	"user_id" bigint NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"trades" jsonb NOT NULL,
	"title" text,
	"from_file" boolean DEFAULT false NOT NULL,
	CONSTRAINT "person_community_id_user_id_role_pk" PRIMARY KEY("community_id","user_id","role")
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"community_id" integer NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "policy_community_id_version_pk" PRIMARY KEY("community_id","version")
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"community_id" integer,
	"chat_id" bigint NOT NULL,
	"thread_id" bigint,
	"ticket_id" bigint,
	"question_id" bigint,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"token" text NOT NULL,
	"key" text,
	"message_id" bigint,
	"reply_to" bigint,
	"status" text DEFAULT 'live' NOT NULL,
	"shown" text,
	CONSTRAINT "post_token" UNIQUE("token"),
	CONSTRAINT "post_key" UNIQUE("key"),
	CONSTRAINT "post_status" CHECK ("post"."status" in ('live', 'deleted')),
	CONSTRAINT "post_tenant" CHECK ("post"."ticket_id" is null or "post"."community_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"community_id" integer NOT NULL,
	"chat_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"asked_of" jsonb,
	"report" jsonb NOT NULL,
	"media_group_id" text,
	"like_ticket_id" bigint,
	"post_id" bigint,
	"status" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_status" CHECK ("question"."status" in ('asked', 'registered', 'joined', 'dismissed', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "secret" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"community_id" integer,
	"chat_role" text,
	"ticket_id" bigint,
	"created_by" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"used_by" bigint,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "secret_kind" CHECK ("secret"."kind" in ('claim', 'bind', 'link'))
);
--> statement-breakpoint
CREATE TABLE "summary_run" (
	"chat_id" bigint NOT NULL,
	"week" text NOT NULL,
	"community_id" integer NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "summary_run_chat_id_week_pk" PRIMARY KEY("chat_id","week")
);
--> statement-breakpoint
CREATE TABLE "supporter" (
	"ticket_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"community_id" integer NOT NULL,
	"name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "supporter_ticket_id_user_id_pk" PRIMARY KEY("ticket_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ticket" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"community_id" integer NOT NULL,
	"number" bigint NOT NULL,
	"status" text NOT NULL,
	"cycle" integer NOT NULL,
	"policy_version" integer NOT NULL,
	"class" text NOT NULL,
	"category" text NOT NULL,
	"urgency" text NOT NULL,
	"text" text NOT NULL,
	"building" text,
	"unit" text,
	"floor" text,
	"room" text,
	"spot" text,
	"needs_place" boolean NOT NULL,
	"private" boolean NOT NULL,
	"reporter_id" bigint,
	"reporter_name" text NOT NULL,
	"origin_chat_id" bigint NOT NULL,
	"origin_message_id" bigint NOT NULL,
	"origin_thread_id" bigint,
	"origin_direct" boolean NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"since" timestamp (3) with time zone,
	"clock_start" timestamp (3) with time zone NOT NULL,
	"acknowledged" jsonb,
	"on_site_at" timestamp (3) with time zone,
	"assignee" jsonb,
	"promise" jsonb,
	"hold" jsonb,
	"pauses" jsonb NOT NULL,
	"supervision" jsonb,
	"due_override" timestamp (3) with time zone,
	"resolution" jsonb,
	"closed_at" timestamp (3) with time zone,
	"end_reason" text,
	"merged_into" bigint,
	"rating" text,
	"supporters" integer NOT NULL,
	"urges" integer NOT NULL,
	"urged_at" timestamp (3) with time zone,
	"reopens" integer NOT NULL,
	"last_note" jsonb,
	"photos" integer NOT NULL,
	"decided_steps" jsonb NOT NULL,
	"level" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "ticket_tenant" UNIQUE("id","community_id"),
	CONSTRAINT "ticket_status" CHECK ("ticket"."status" in ('open', 'acknowledged', 'held', 'resolved', 'closed', 'rejected', 'withdrawn', 'merged')),
	CONSTRAINT "ticket_hold" CHECK (("ticket"."status" = 'held') = ("ticket"."hold" is not null))
);
--> statement-breakpoint
CREATE TABLE "ticket_counter" (
	"community_id" integer PRIMARY KEY NOT NULL,
	"last_number" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_event" (
	"ticket_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"community_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" bigint,
	"actor_name" text NOT NULL,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "ticket_event_ticket_id_seq_pk" PRIMARY KEY("ticket_id","seq")
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_ticket" FOREIGN KEY ("ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat" ADD CONSTRAINT "chat_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_alias" ADD CONSTRAINT "chat_alias_chat_id_chat_id_fk" FOREIGN KEY ("chat_id") REFERENCES "public"."chat"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "due" ADD CONSTRAINT "due_ticket" FOREIGN KEY ("ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due" ADD CONSTRAINT "due_question_row" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_post" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy" ADD CONSTRAINT "policy_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_ticket" FOREIGN KEY ("ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_question" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret" ADD CONSTRAINT "secret_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_run" ADD CONSTRAINT "summary_run_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_ticket" FOREIGN KEY ("ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_policy" FOREIGN KEY ("community_id","policy_version") REFERENCES "public"."policy"("community_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_counter" ADD CONSTRAINT "ticket_counter_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_ticket" FOREIGN KEY ("ticket_id","community_id") REFERENCES "public"."ticket"("id","community_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_ticket_order" ON "attachment" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE INDEX "chat_community" ON "chat" USING btree ("community_id","role");--> statement-breakpoint
CREATE INDEX "community_next_summary" ON "community" USING btree ("next_summary_at");--> statement-breakpoint
CREATE UNIQUE INDEX "due_ticket_key" ON "due" USING btree ("ticket_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "due_question" ON "due" USING btree ("question_id") WHERE question_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "due_stranger" ON "due" USING btree ("stranger_chat_id") WHERE stranger_chat_id is not null and decided_at is null;--> statement-breakpoint
CREATE INDEX "due_undecided" ON "due" USING btree ("at","id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "due_ticket_undecided" ON "due" USING btree ("ticket_id") WHERE decided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_update" ON "inbox" USING btree ("bot_id","update_id");--> statement-breakpoint
CREATE INDEX "inbox_pending" ON "inbox" USING btree ("bot_id","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "inbox_pending_chat" ON "inbox" USING btree ("chat_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "inbox_parked" ON "inbox" USING btree ("id") WHERE status = 'parked';--> statement-breakpoint
CREATE INDEX "member_user" ON "member" USING btree ("user_id","seen_at");--> statement-breakpoint
CREATE INDEX "message_album" ON "message" USING btree ("chat_id","media_group_id") WHERE media_group_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe_key" ON "outbox" USING btree ("dedupe_key");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_one_pending_show" ON "outbox" USING btree ("post_id") WHERE op = 'show' and status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_head" ON "outbox" USING btree ("chat_id","priority","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_unqueued" ON "outbox" USING btree ("id") WHERE status = 'pending' and queued_at is null;--> statement-breakpoint
CREATE INDEX "outbox_sending" ON "outbox" USING btree ("sending_at") WHERE status = 'sending';--> statement-breakpoint
CREATE INDEX "outbox_not_before" ON "outbox" USING btree ("not_before") WHERE status = 'pending' and not_before is not null;--> statement-breakpoint
CREATE INDEX "outbox_ticket_pending" ON "outbox" USING btree ("ticket_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_status_count" ON "outbox" USING btree ("status");--> statement-breakpoint
CREATE INDEX "person_user" ON "person" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "post_message" ON "post" USING btree ("chat_id","message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "post_standing" ON "post" USING btree ("ticket_id") WHERE status = 'live' and kind in ('card', 'callback');--> statement-breakpoint
CREATE INDEX "supporter_user" ON "supporter" USING btree ("community_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_number" ON "ticket" USING btree ("community_id","number");--> statement-breakpoint
CREATE INDEX "ticket_active" ON "ticket" USING btree ("community_id","opened_at") WHERE status in ('open', 'acknowledged', 'held');--> statement-breakpoint
CREATE INDEX "ticket_alike" ON "ticket" USING btree ("community_id","category","building") WHERE status in ('open', 'acknowledged', 'held') and not private;--> statement-breakpoint
CREATE INDEX "ticket_reporter" ON "ticket" USING btree ("community_id","reporter_id","opened_at");--> statement-breakpoint
CREATE INDEX "ticket_opened" ON "ticket" USING btree ("community_id","opened_at");--> statement-breakpoint
CREATE INDEX "ticket_closed" ON "ticket" USING btree ("community_id","closed_at");--> statement-breakpoint
CREATE INDEX "ticket_event_week" ON "ticket_event" USING btree ("community_id","type","at");--> statement-breakpoint
CREATE INDEX "ticket_event_promise" ON "ticket_event" USING btree ("community_id",((event ->> 'until')::bigint)) WHERE type in ('promiseKept', 'promiseBroken');