-- After an outage many messages fall due for one chat at once. They are held back until all of them are decided and then
-- go out singly or as one digest; the index lets each sweep find what is held without reading what is not.
ALTER TABLE "outbox" ADD COLUMN "gather" text;--> statement-breakpoint
CREATE INDEX "outbox_gathered" ON "outbox" USING btree ("id") WHERE status = 'pending' and gather is not null;