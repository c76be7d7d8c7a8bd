-- A summary counts the promises whose time fell into its period and that were put off before it; the index of the kept and
-- broken ones is left as it is.
CREATE INDEX "ticket_event_promise_moved" ON "ticket_event" USING btree ("community_id",((event ->> 'until')::bigint)) WHERE type = 'promiseMoved';
