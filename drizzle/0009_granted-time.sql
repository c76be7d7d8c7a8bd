-- A granted time is warned of at its own 80 % and moves by the part of a hold that came after the grant, so the grant's
-- moment is kept. Null for what was granted before: no warning, and a hold moves it whole.
ALTER TABLE "ticket" ADD COLUMN "due_from" timestamp (3) with time zone;