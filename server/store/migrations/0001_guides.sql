CREATE TABLE "guide_progress" (
	"id" text PRIMARY KEY NOT NULL,
	"customer" text NOT NULL,
	"guide" text NOT NULL,
	"revision" integer NOT NULL,
	"order" text,
	"code" text NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "guide_progress_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "guide_stays" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "guide_stays_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"progress" text NOT NULL,
	"step" integer NOT NULL,
	"seconds" integer NOT NULL,
	"repeats" integer NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "guide_stays" ADD CONSTRAINT "guide_stays_progress_guide_progress_id_fk" FOREIGN KEY ("progress") REFERENCES "public"."guide_progress"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guide_progress_of_customer" ON "guide_progress" USING btree ("customer","guide");--> statement-breakpoint
CREATE INDEX "guide_stays_of_progress" ON "guide_stays" USING btree ("progress","step");