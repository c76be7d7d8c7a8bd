-- A ticket's history can be added to and never rewritten, by nobody and by no mistake of ours: staff, residents and the
-- committee argue from it. There is no way round it here on purpose; rules on keeping and erasing personal data will
-- have to open a door of their own, in a migration that says so.
CREATE FUNCTION refuse_rewriting_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER ticket_event_append_only
  BEFORE UPDATE OR DELETE ON ticket_event
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_history();
--> statement-breakpoint
CREATE TRIGGER ticket_event_no_truncate
  BEFORE TRUNCATE ON ticket_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history();
