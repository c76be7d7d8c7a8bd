-- To whom a matter was handed on, why, and whether the committee is to say whose it is; null: it never was.
ALTER TABLE "ticket" ADD COLUMN "handed_over" jsonb;