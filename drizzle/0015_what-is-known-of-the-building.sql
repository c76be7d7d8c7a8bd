-- What somebody has said of the building, for the question who is responsible; null: nobody has.
ALTER TABLE "ticket" ADD COLUMN "known" jsonb;