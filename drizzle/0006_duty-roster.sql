-- Who is on duty when, row by row as the community file has it: the order is kept because a later row wins.
CREATE TABLE "duty_shift" (
	"community_id" integer NOT NULL,
	"position" integer NOT NULL,
	"user_id" bigint NOT NULL,
	"day" jsonb NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"trades" jsonb NOT NULL,
	CONSTRAINT "duty_shift_community_id_position_pk" PRIMARY KEY("community_id","position")
);
--> statement-breakpoint
ALTER TABLE "duty_shift" ADD CONSTRAINT "duty_shift_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;