CREATE TABLE "article_revision" (
	"only" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"url" text,
	"products" jsonb,
	"origin" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "articles_id_language_pk" PRIMARY KEY("id","language")
);
--> statement-breakpoint
CREATE TABLE "gap_examples" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gap_examples_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"gap" integer NOT NULL,
	"text" text NOT NULL,
	"intent" text,
	"conversation" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gaps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"language" text NOT NULL,
	"question" text NOT NULL,
	"count" integer NOT NULL,
	"first_asked_at" timestamp (3) with time zone NOT NULL,
	"last_asked_at" timestamp (3) with time zone NOT NULL,
	"dismissed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "gap_examples" ADD CONSTRAINT "gap_examples_gap_gaps_id_fk" FOREIGN KEY ("gap") REFERENCES "public"."gaps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gap_examples_of_gap" ON "gap_examples" USING btree ("gap");--> statement-breakpoint
CREATE INDEX "gap_examples_of_conversation" ON "gap_examples" USING btree ("conversation");