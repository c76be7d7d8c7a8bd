-- A structure is in warranty for the years it was designed for; null: fifty, as the code says.
ALTER TABLE "building" ADD COLUMN "design_life" integer;