-- Generated from ontologies/schema. SQL of the ANSI kind, tried on SQLite.
CREATE TABLE "Any" (
	id INTEGER NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Any_id" ON "Any" (id);

CREATE TABLE "Entity" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Entity_id" ON "Entity" (id);

CREATE TABLE "Taxon" (
	scientific_name TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Taxon_id" ON "Taxon" (id);

CREATE TABLE "Gene" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Gene_id" ON "Gene" (id);

CREATE TABLE "Quantity" (
	value FLOAT NOT NULL,
	unit TEXT NOT NULL,
	original_value TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Quantity_id" ON "Quantity" (id);

CREATE TABLE "Grant" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Grant_id" ON "Grant" (id);

CREATE TABLE "Publication" (
	date_published TEXT,
	author_text TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Publication_id" ON "Publication" (id);

CREATE TABLE "BiologicalContent" (
	id INTEGER NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_BiologicalContent_id" ON "BiologicalContent" (id);

CREATE TABLE "Biosample" (
	sex TEXT,
	age TEXT,
	developmental_stage TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Biosample_id" ON "Biosample" (id);

CREATE TABLE "Phenotype" (
	score_type TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Phenotype_id" ON "Phenotype" (id);

CREATE TABLE "Protocol" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Protocol_id" ON "Protocol" (id);

CREATE TABLE "Plane" (
	the_z INTEGER NOT NULL,
	the_c INTEGER NOT NULL,
	the_t INTEGER NOT NULL,
	delta_t FLOAT,
	exposure_time FLOAT,
	position_x FLOAT,
	position_y FLOAT,
	position_z FLOAT,
	position_unit TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_Plane_id" ON "Plane" (id);

CREATE TABLE "ImageCorrelation" (
	alignment TEXT,
	fiducials TEXT,
	transformation TEXT,
	transformation_matrix TEXT,
	relation TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_ImageCorrelation_id" ON "ImageCorrelation" (id);

CREATE TABLE "ComputationalEnvironment" (
	container_image TEXT,
	container_digest TEXT,
	operating_system TEXT,
	hardware TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX "ix_ComputationalEnvironment_id" ON "ComputationalEnvironment" (id);

CREATE TABLE "OntologyTerm" (
	term_code TEXT,
	id TEXT NOT NULL,
	name TEXT,
	in_vocabulary_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(in_vocabulary_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_OntologyTerm_id" ON "OntologyTerm" (id);

CREATE TABLE "DataSize" (
	value TEXT,
	unit_text TEXT,
	id TEXT NOT NULL,
	name TEXT,
	unit_code_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(unit_code_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_DataSize_id" ON "DataSize" (id);

CREATE TABLE "Person" (
	given_name TEXT,
	family_name TEXT,
	id TEXT NOT NULL,
	name TEXT,
	address_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(address_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_Person_id" ON "Person" (id);

CREATE TABLE "Organisation" (
	parent_organisation TEXT,
	id TEXT NOT NULL,
	name TEXT,
	address_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(parent_organisation) REFERENCES "Organisation" (id),
	FOREIGN KEY(address_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_Organisation_id" ON "Organisation" (id);

CREATE TABLE "Labelling" (
	channel_label TEXT,
	fluorophore TEXT,
	dilution TEXT,
	cycle_number INTEGER,
	id TEXT NOT NULL,
	name TEXT,
	contrast_mechanism_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(contrast_mechanism_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_Labelling_id" ON "Labelling" (id);

CREATE TABLE "ImagingEnvironment" (
	temperature TEXT,
	air_pressure TEXT,
	humidity FLOAT,
	co2_fraction FLOAT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(temperature) REFERENCES "Quantity" (id),
	FOREIGN KEY(air_pressure) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_ImagingEnvironment_id" ON "ImagingEnvironment" (id);

CREATE TABLE "Image" (
	image_type TEXT,
	acquisition TEXT,
	size_x INTEGER,
	size_y INTEGER,
	size_z INTEGER,
	size_c INTEGER,
	size_t INTEGER,
	dimension_order TEXT,
	pixel_type TEXT,
	significant_bits INTEGER,
	big_endian BOOLEAN,
	interleaved BOOLEAN,
	physical_size_x TEXT,
	physical_size_y TEXT,
	physical_size_z TEXT,
	time_increment TEXT,
	compression TEXT,
	plane_count INTEGER,
	roi_count INTEGER,
	plate TEXT,
	well TEXT,
	experimental_status TEXT,
	id TEXT NOT NULL,
	name TEXT,
	format_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(acquisition) REFERENCES "Entity" (id),
	FOREIGN KEY(physical_size_x) REFERENCES "Quantity" (id),
	FOREIGN KEY(physical_size_y) REFERENCES "Quantity" (id),
	FOREIGN KEY(physical_size_z) REFERENCES "Quantity" (id),
	FOREIGN KEY(time_increment) REFERENCES "Quantity" (id),
	FOREIGN KEY(format_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_Image_id" ON "Image" (id);

CREATE TABLE "File" (
	size_bytes INTEGER,
	checksum TEXT,
	checksum_algorithm TEXT,
	id TEXT NOT NULL,
	name TEXT,
	format_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(format_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_File_id" ON "File" (id);

CREATE TABLE "Annotation" (
	method TEXT,
	criteria TEXT,
	coverage TEXT,
	confidence TEXT,
	id TEXT NOT NULL,
	name TEXT,
	namespace_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(namespace_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_Annotation_id" ON "Annotation" (id);

CREATE TABLE "ImageAnalysis" (
	environment TEXT,
	started TEXT,
	ended TEXT,
	random_seed INTEGER,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(environment) REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ImageAnalysis_id" ON "ImageAnalysis" (id);

CREATE TABLE "Entity_type" (
	"Entity_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Entity_id", type),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_type_Entity_id" ON "Entity_type" ("Entity_id");
CREATE INDEX "ix_Entity_type_type" ON "Entity_type" (type);

CREATE TABLE "Entity_description" (
	"Entity_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Entity_id", description),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_description_description" ON "Entity_description" (description);
CREATE INDEX "ix_Entity_description_Entity_id" ON "Entity_description" ("Entity_id");

CREATE TABLE "Entity_identifier" (
	"Entity_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Entity_id", identifier),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_identifier_Entity_id" ON "Entity_identifier" ("Entity_id");
CREATE INDEX "ix_Entity_identifier_identifier" ON "Entity_identifier" (identifier);

CREATE TABLE "Entity_alternate_name" (
	"Entity_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Entity_id", alternate_name),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_alternate_name_Entity_id" ON "Entity_alternate_name" ("Entity_id");
CREATE INDEX "ix_Entity_alternate_name_alternate_name" ON "Entity_alternate_name" (alternate_name);

CREATE TABLE "Entity_url" (
	"Entity_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Entity_id", url),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_url_Entity_id" ON "Entity_url" ("Entity_id");
CREATE INDEX "ix_Entity_url_url" ON "Entity_url" (url);

CREATE TABLE "Entity_see_also" (
	"Entity_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Entity_id", see_also),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_see_also_see_also" ON "Entity_see_also" (see_also);
CREATE INDEX "ix_Entity_see_also_Entity_id" ON "Entity_see_also" ("Entity_id");

CREATE TABLE "Entity_keyword" (
	"Entity_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Entity_id", keyword),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_keyword_Entity_id" ON "Entity_keyword" ("Entity_id");
CREATE INDEX "ix_Entity_keyword_keyword" ON "Entity_keyword" (keyword);

CREATE TABLE "Entity_original_spelling" (
	"Entity_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Entity_id", original_spelling),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Entity_original_spelling_Entity_id" ON "Entity_original_spelling" ("Entity_id");
CREATE INDEX "ix_Entity_original_spelling_original_spelling" ON "Entity_original_spelling" (original_spelling);

CREATE TABLE "Taxon_vernacular_name" (
	"Taxon_id" TEXT,
	vernacular_name TEXT,
	PRIMARY KEY ("Taxon_id", vernacular_name),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_vernacular_name_Taxon_id" ON "Taxon_vernacular_name" ("Taxon_id");
CREATE INDEX "ix_Taxon_vernacular_name_vernacular_name" ON "Taxon_vernacular_name" (vernacular_name);

CREATE TABLE "Taxon_type" (
	"Taxon_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Taxon_id", type),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_type_type" ON "Taxon_type" (type);
CREATE INDEX "ix_Taxon_type_Taxon_id" ON "Taxon_type" ("Taxon_id");

CREATE TABLE "Taxon_description" (
	"Taxon_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Taxon_id", description),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_description_Taxon_id" ON "Taxon_description" ("Taxon_id");
CREATE INDEX "ix_Taxon_description_description" ON "Taxon_description" (description);

CREATE TABLE "Taxon_identifier" (
	"Taxon_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Taxon_id", identifier),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_identifier_Taxon_id" ON "Taxon_identifier" ("Taxon_id");
CREATE INDEX "ix_Taxon_identifier_identifier" ON "Taxon_identifier" (identifier);

CREATE TABLE "Taxon_alternate_name" (
	"Taxon_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Taxon_id", alternate_name),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_alternate_name_Taxon_id" ON "Taxon_alternate_name" ("Taxon_id");
CREATE INDEX "ix_Taxon_alternate_name_alternate_name" ON "Taxon_alternate_name" (alternate_name);

CREATE TABLE "Taxon_url" (
	"Taxon_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Taxon_id", url),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_url_url" ON "Taxon_url" (url);
CREATE INDEX "ix_Taxon_url_Taxon_id" ON "Taxon_url" ("Taxon_id");

CREATE TABLE "Taxon_see_also" (
	"Taxon_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Taxon_id", see_also),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_see_also_see_also" ON "Taxon_see_also" (see_also);
CREATE INDEX "ix_Taxon_see_also_Taxon_id" ON "Taxon_see_also" ("Taxon_id");

CREATE TABLE "Taxon_keyword" (
	"Taxon_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Taxon_id", keyword),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_keyword_Taxon_id" ON "Taxon_keyword" ("Taxon_id");
CREATE INDEX "ix_Taxon_keyword_keyword" ON "Taxon_keyword" (keyword);

CREATE TABLE "Taxon_original_spelling" (
	"Taxon_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Taxon_id", original_spelling),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Taxon_original_spelling_original_spelling" ON "Taxon_original_spelling" (original_spelling);
CREATE INDEX "ix_Taxon_original_spelling_Taxon_id" ON "Taxon_original_spelling" ("Taxon_id");

CREATE TABLE "Gene_type" (
	"Gene_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Gene_id", type),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_type_type" ON "Gene_type" (type);
CREATE INDEX "ix_Gene_type_Gene_id" ON "Gene_type" ("Gene_id");

CREATE TABLE "Gene_description" (
	"Gene_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Gene_id", description),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_description_Gene_id" ON "Gene_description" ("Gene_id");
CREATE INDEX "ix_Gene_description_description" ON "Gene_description" (description);

CREATE TABLE "Gene_identifier" (
	"Gene_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Gene_id", identifier),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_identifier_Gene_id" ON "Gene_identifier" ("Gene_id");
CREATE INDEX "ix_Gene_identifier_identifier" ON "Gene_identifier" (identifier);

CREATE TABLE "Gene_alternate_name" (
	"Gene_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Gene_id", alternate_name),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_alternate_name_alternate_name" ON "Gene_alternate_name" (alternate_name);
CREATE INDEX "ix_Gene_alternate_name_Gene_id" ON "Gene_alternate_name" ("Gene_id");

CREATE TABLE "Gene_url" (
	"Gene_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Gene_id", url),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_url_url" ON "Gene_url" (url);
CREATE INDEX "ix_Gene_url_Gene_id" ON "Gene_url" ("Gene_id");

CREATE TABLE "Gene_see_also" (
	"Gene_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Gene_id", see_also),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_see_also_Gene_id" ON "Gene_see_also" ("Gene_id");
CREATE INDEX "ix_Gene_see_also_see_also" ON "Gene_see_also" (see_also);

CREATE TABLE "Gene_keyword" (
	"Gene_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Gene_id", keyword),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_keyword_keyword" ON "Gene_keyword" (keyword);
CREATE INDEX "ix_Gene_keyword_Gene_id" ON "Gene_keyword" ("Gene_id");

CREATE TABLE "Gene_original_spelling" (
	"Gene_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Gene_id", original_spelling),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Gene_original_spelling_original_spelling" ON "Gene_original_spelling" (original_spelling);
CREATE INDEX "ix_Gene_original_spelling_Gene_id" ON "Gene_original_spelling" ("Gene_id");

CREATE TABLE "Quantity_type" (
	"Quantity_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Quantity_id", type),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_type_Quantity_id" ON "Quantity_type" ("Quantity_id");
CREATE INDEX "ix_Quantity_type_type" ON "Quantity_type" (type);

CREATE TABLE "Quantity_description" (
	"Quantity_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Quantity_id", description),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_description_Quantity_id" ON "Quantity_description" ("Quantity_id");
CREATE INDEX "ix_Quantity_description_description" ON "Quantity_description" (description);

CREATE TABLE "Quantity_identifier" (
	"Quantity_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Quantity_id", identifier),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_identifier_Quantity_id" ON "Quantity_identifier" ("Quantity_id");
CREATE INDEX "ix_Quantity_identifier_identifier" ON "Quantity_identifier" (identifier);

CREATE TABLE "Quantity_alternate_name" (
	"Quantity_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Quantity_id", alternate_name),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_alternate_name_alternate_name" ON "Quantity_alternate_name" (alternate_name);
CREATE INDEX "ix_Quantity_alternate_name_Quantity_id" ON "Quantity_alternate_name" ("Quantity_id");

CREATE TABLE "Quantity_url" (
	"Quantity_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Quantity_id", url),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_url_Quantity_id" ON "Quantity_url" ("Quantity_id");
CREATE INDEX "ix_Quantity_url_url" ON "Quantity_url" (url);

CREATE TABLE "Quantity_see_also" (
	"Quantity_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Quantity_id", see_also),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_see_also_Quantity_id" ON "Quantity_see_also" ("Quantity_id");
CREATE INDEX "ix_Quantity_see_also_see_also" ON "Quantity_see_also" (see_also);

CREATE TABLE "Quantity_keyword" (
	"Quantity_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Quantity_id", keyword),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_keyword_keyword" ON "Quantity_keyword" (keyword);
CREATE INDEX "ix_Quantity_keyword_Quantity_id" ON "Quantity_keyword" ("Quantity_id");

CREATE TABLE "Quantity_original_spelling" (
	"Quantity_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Quantity_id", original_spelling),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Quantity_original_spelling_original_spelling" ON "Quantity_original_spelling" (original_spelling);
CREATE INDEX "ix_Quantity_original_spelling_Quantity_id" ON "Quantity_original_spelling" ("Quantity_id");

CREATE TABLE "Grant_funder" (
	"Grant_id" TEXT,
	funder_id TEXT,
	PRIMARY KEY ("Grant_id", funder_id),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id),
	FOREIGN KEY(funder_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Grant_funder_funder_id" ON "Grant_funder" (funder_id);
CREATE INDEX "ix_Grant_funder_Grant_id" ON "Grant_funder" ("Grant_id");

CREATE TABLE "Grant_type" (
	"Grant_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Grant_id", type),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_type_Grant_id" ON "Grant_type" ("Grant_id");
CREATE INDEX "ix_Grant_type_type" ON "Grant_type" (type);

CREATE TABLE "Grant_description" (
	"Grant_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Grant_id", description),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_description_Grant_id" ON "Grant_description" ("Grant_id");
CREATE INDEX "ix_Grant_description_description" ON "Grant_description" (description);

CREATE TABLE "Grant_identifier" (
	"Grant_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Grant_id", identifier),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_identifier_identifier" ON "Grant_identifier" (identifier);
CREATE INDEX "ix_Grant_identifier_Grant_id" ON "Grant_identifier" ("Grant_id");

CREATE TABLE "Grant_alternate_name" (
	"Grant_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Grant_id", alternate_name),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_alternate_name_alternate_name" ON "Grant_alternate_name" (alternate_name);
CREATE INDEX "ix_Grant_alternate_name_Grant_id" ON "Grant_alternate_name" ("Grant_id");

CREATE TABLE "Grant_url" (
	"Grant_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Grant_id", url),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_url_url" ON "Grant_url" (url);
CREATE INDEX "ix_Grant_url_Grant_id" ON "Grant_url" ("Grant_id");

CREATE TABLE "Grant_see_also" (
	"Grant_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Grant_id", see_also),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_see_also_Grant_id" ON "Grant_see_also" ("Grant_id");
CREATE INDEX "ix_Grant_see_also_see_also" ON "Grant_see_also" (see_also);

CREATE TABLE "Grant_keyword" (
	"Grant_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Grant_id", keyword),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_keyword_Grant_id" ON "Grant_keyword" ("Grant_id");
CREATE INDEX "ix_Grant_keyword_keyword" ON "Grant_keyword" (keyword);

CREATE TABLE "Grant_original_spelling" (
	"Grant_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Grant_id", original_spelling),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);
CREATE INDEX "ix_Grant_original_spelling_Grant_id" ON "Grant_original_spelling" ("Grant_id");
CREATE INDEX "ix_Grant_original_spelling_original_spelling" ON "Grant_original_spelling" (original_spelling);

CREATE TABLE "Publication_type" (
	"Publication_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Publication_id", type),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_type_type" ON "Publication_type" (type);
CREATE INDEX "ix_Publication_type_Publication_id" ON "Publication_type" ("Publication_id");

CREATE TABLE "Publication_description" (
	"Publication_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Publication_id", description),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_description_Publication_id" ON "Publication_description" ("Publication_id");
CREATE INDEX "ix_Publication_description_description" ON "Publication_description" (description);

CREATE TABLE "Publication_identifier" (
	"Publication_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Publication_id", identifier),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_identifier_identifier" ON "Publication_identifier" (identifier);
CREATE INDEX "ix_Publication_identifier_Publication_id" ON "Publication_identifier" ("Publication_id");

CREATE TABLE "Publication_alternate_name" (
	"Publication_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Publication_id", alternate_name),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_alternate_name_Publication_id" ON "Publication_alternate_name" ("Publication_id");
CREATE INDEX "ix_Publication_alternate_name_alternate_name" ON "Publication_alternate_name" (alternate_name);

CREATE TABLE "Publication_url" (
	"Publication_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Publication_id", url),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_url_Publication_id" ON "Publication_url" ("Publication_id");
CREATE INDEX "ix_Publication_url_url" ON "Publication_url" (url);

CREATE TABLE "Publication_see_also" (
	"Publication_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Publication_id", see_also),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_see_also_see_also" ON "Publication_see_also" (see_also);
CREATE INDEX "ix_Publication_see_also_Publication_id" ON "Publication_see_also" ("Publication_id");

CREATE TABLE "Publication_keyword" (
	"Publication_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Publication_id", keyword),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_keyword_Publication_id" ON "Publication_keyword" ("Publication_id");
CREATE INDEX "ix_Publication_keyword_keyword" ON "Publication_keyword" (keyword);

CREATE TABLE "Publication_original_spelling" (
	"Publication_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Publication_id", original_spelling),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Publication_original_spelling_original_spelling" ON "Publication_original_spelling" (original_spelling);
CREATE INDEX "ix_Publication_original_spelling_Publication_id" ON "Publication_original_spelling" ("Publication_id");

CREATE TABLE "BiologicalContent_organism" (
	"BiologicalContent_id" INTEGER,
	organism_id TEXT,
	PRIMARY KEY ("BiologicalContent_id", organism_id),
	FOREIGN KEY("BiologicalContent_id") REFERENCES "BiologicalContent" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_BiologicalContent_organism_BiologicalContent_id" ON "BiologicalContent_organism" ("BiologicalContent_id");
CREATE INDEX "ix_BiologicalContent_organism_organism_id" ON "BiologicalContent_organism" (organism_id);

CREATE TABLE "BiologicalContent_gene" (
	"BiologicalContent_id" INTEGER,
	gene_id TEXT,
	PRIMARY KEY ("BiologicalContent_id", gene_id),
	FOREIGN KEY("BiologicalContent_id") REFERENCES "BiologicalContent" (id),
	FOREIGN KEY(gene_id) REFERENCES "Gene" (id)
);
CREATE INDEX "ix_BiologicalContent_gene_gene_id" ON "BiologicalContent_gene" (gene_id);
CREATE INDEX "ix_BiologicalContent_gene_BiologicalContent_id" ON "BiologicalContent_gene" ("BiologicalContent_id");

CREATE TABLE "BiologicalContent_compound" (
	"BiologicalContent_id" INTEGER,
	compound_id TEXT,
	PRIMARY KEY ("BiologicalContent_id", compound_id),
	FOREIGN KEY("BiologicalContent_id") REFERENCES "BiologicalContent" (id),
	FOREIGN KEY(compound_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_BiologicalContent_compound_BiologicalContent_id" ON "BiologicalContent_compound" ("BiologicalContent_id");
CREATE INDEX "ix_BiologicalContent_compound_compound_id" ON "BiologicalContent_compound" (compound_id);

CREATE TABLE "BiologicalContent_phenotype" (
	"BiologicalContent_id" INTEGER,
	phenotype_id TEXT,
	PRIMARY KEY ("BiologicalContent_id", phenotype_id),
	FOREIGN KEY("BiologicalContent_id") REFERENCES "BiologicalContent" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_BiologicalContent_phenotype_BiologicalContent_id" ON "BiologicalContent_phenotype" ("BiologicalContent_id");
CREATE INDEX "ix_BiologicalContent_phenotype_phenotype_id" ON "BiologicalContent_phenotype" (phenotype_id);

CREATE TABLE "Biosample_strain" (
	"Biosample_id" TEXT,
	strain TEXT,
	PRIMARY KEY ("Biosample_id", strain),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_strain_Biosample_id" ON "Biosample_strain" ("Biosample_id");
CREATE INDEX "ix_Biosample_strain_strain" ON "Biosample_strain" (strain);

CREATE TABLE "Biosample_genotype" (
	"Biosample_id" TEXT,
	genotype TEXT,
	PRIMARY KEY ("Biosample_id", genotype),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_genotype_genotype" ON "Biosample_genotype" (genotype);
CREATE INDEX "ix_Biosample_genotype_Biosample_id" ON "Biosample_genotype" ("Biosample_id");

CREATE TABLE "Biosample_intrinsic_variable" (
	"Biosample_id" TEXT,
	intrinsic_variable TEXT,
	PRIMARY KEY ("Biosample_id", intrinsic_variable),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_intrinsic_variable_Biosample_id" ON "Biosample_intrinsic_variable" ("Biosample_id");
CREATE INDEX "ix_Biosample_intrinsic_variable_intrinsic_variable" ON "Biosample_intrinsic_variable" (intrinsic_variable);

CREATE TABLE "Biosample_extrinsic_variable" (
	"Biosample_id" TEXT,
	extrinsic_variable TEXT,
	PRIMARY KEY ("Biosample_id", extrinsic_variable),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_extrinsic_variable_Biosample_id" ON "Biosample_extrinsic_variable" ("Biosample_id");
CREATE INDEX "ix_Biosample_extrinsic_variable_extrinsic_variable" ON "Biosample_extrinsic_variable" (extrinsic_variable);

CREATE TABLE "Biosample_experimental_variable" (
	"Biosample_id" TEXT,
	experimental_variable TEXT,
	PRIMARY KEY ("Biosample_id", experimental_variable),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_experimental_variable_experimental_variable" ON "Biosample_experimental_variable" (experimental_variable);
CREATE INDEX "ix_Biosample_experimental_variable_Biosample_id" ON "Biosample_experimental_variable" ("Biosample_id");

CREATE TABLE "Biosample_growth_protocol" (
	"Biosample_id" TEXT,
	growth_protocol_id TEXT,
	PRIMARY KEY ("Biosample_id", growth_protocol_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(growth_protocol_id) REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Biosample_growth_protocol_growth_protocol_id" ON "Biosample_growth_protocol" (growth_protocol_id);
CREATE INDEX "ix_Biosample_growth_protocol_Biosample_id" ON "Biosample_growth_protocol" ("Biosample_id");

CREATE TABLE "Biosample_organism" (
	"Biosample_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Biosample_id", organism_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Biosample_organism_Biosample_id" ON "Biosample_organism" ("Biosample_id");
CREATE INDEX "ix_Biosample_organism_organism_id" ON "Biosample_organism" (organism_id);

CREATE TABLE "Biosample_gene" (
	"Biosample_id" TEXT,
	gene_id TEXT,
	PRIMARY KEY ("Biosample_id", gene_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(gene_id) REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Biosample_gene_Biosample_id" ON "Biosample_gene" ("Biosample_id");
CREATE INDEX "ix_Biosample_gene_gene_id" ON "Biosample_gene" (gene_id);

CREATE TABLE "Biosample_compound" (
	"Biosample_id" TEXT,
	compound_id TEXT,
	PRIMARY KEY ("Biosample_id", compound_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(compound_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Biosample_compound_compound_id" ON "Biosample_compound" (compound_id);
CREATE INDEX "ix_Biosample_compound_Biosample_id" ON "Biosample_compound" ("Biosample_id");

CREATE TABLE "Biosample_phenotype" (
	"Biosample_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Biosample_id", phenotype_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Biosample_phenotype_Biosample_id" ON "Biosample_phenotype" ("Biosample_id");
CREATE INDEX "ix_Biosample_phenotype_phenotype_id" ON "Biosample_phenotype" (phenotype_id);

CREATE TABLE "Biosample_type" (
	"Biosample_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Biosample_id", type),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_type_Biosample_id" ON "Biosample_type" ("Biosample_id");
CREATE INDEX "ix_Biosample_type_type" ON "Biosample_type" (type);

CREATE TABLE "Biosample_description" (
	"Biosample_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Biosample_id", description),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_description_description" ON "Biosample_description" (description);
CREATE INDEX "ix_Biosample_description_Biosample_id" ON "Biosample_description" ("Biosample_id");

CREATE TABLE "Biosample_identifier" (
	"Biosample_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Biosample_id", identifier),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_identifier_identifier" ON "Biosample_identifier" (identifier);
CREATE INDEX "ix_Biosample_identifier_Biosample_id" ON "Biosample_identifier" ("Biosample_id");

CREATE TABLE "Biosample_alternate_name" (
	"Biosample_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Biosample_id", alternate_name),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_alternate_name_Biosample_id" ON "Biosample_alternate_name" ("Biosample_id");
CREATE INDEX "ix_Biosample_alternate_name_alternate_name" ON "Biosample_alternate_name" (alternate_name);

CREATE TABLE "Biosample_url" (
	"Biosample_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Biosample_id", url),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_url_url" ON "Biosample_url" (url);
CREATE INDEX "ix_Biosample_url_Biosample_id" ON "Biosample_url" ("Biosample_id");

CREATE TABLE "Biosample_see_also" (
	"Biosample_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Biosample_id", see_also),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_see_also_Biosample_id" ON "Biosample_see_also" ("Biosample_id");
CREATE INDEX "ix_Biosample_see_also_see_also" ON "Biosample_see_also" (see_also);

CREATE TABLE "Biosample_keyword" (
	"Biosample_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Biosample_id", keyword),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_keyword_Biosample_id" ON "Biosample_keyword" ("Biosample_id");
CREATE INDEX "ix_Biosample_keyword_keyword" ON "Biosample_keyword" (keyword);

CREATE TABLE "Biosample_original_spelling" (
	"Biosample_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Biosample_id", original_spelling),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Biosample_original_spelling_original_spelling" ON "Biosample_original_spelling" (original_spelling);
CREATE INDEX "ix_Biosample_original_spelling_Biosample_id" ON "Biosample_original_spelling" ("Biosample_id");

CREATE TABLE "Phenotype_type" (
	"Phenotype_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Phenotype_id", type),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_type_type" ON "Phenotype_type" (type);
CREATE INDEX "ix_Phenotype_type_Phenotype_id" ON "Phenotype_type" ("Phenotype_id");

CREATE TABLE "Phenotype_description" (
	"Phenotype_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Phenotype_id", description),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_description_Phenotype_id" ON "Phenotype_description" ("Phenotype_id");
CREATE INDEX "ix_Phenotype_description_description" ON "Phenotype_description" (description);

CREATE TABLE "Phenotype_identifier" (
	"Phenotype_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Phenotype_id", identifier),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_identifier_identifier" ON "Phenotype_identifier" (identifier);
CREATE INDEX "ix_Phenotype_identifier_Phenotype_id" ON "Phenotype_identifier" ("Phenotype_id");

CREATE TABLE "Phenotype_alternate_name" (
	"Phenotype_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Phenotype_id", alternate_name),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_alternate_name_Phenotype_id" ON "Phenotype_alternate_name" ("Phenotype_id");
CREATE INDEX "ix_Phenotype_alternate_name_alternate_name" ON "Phenotype_alternate_name" (alternate_name);

CREATE TABLE "Phenotype_url" (
	"Phenotype_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Phenotype_id", url),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_url_url" ON "Phenotype_url" (url);
CREATE INDEX "ix_Phenotype_url_Phenotype_id" ON "Phenotype_url" ("Phenotype_id");

CREATE TABLE "Phenotype_see_also" (
	"Phenotype_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Phenotype_id", see_also),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_see_also_Phenotype_id" ON "Phenotype_see_also" ("Phenotype_id");
CREATE INDEX "ix_Phenotype_see_also_see_also" ON "Phenotype_see_also" (see_also);

CREATE TABLE "Phenotype_keyword" (
	"Phenotype_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Phenotype_id", keyword),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_keyword_Phenotype_id" ON "Phenotype_keyword" ("Phenotype_id");
CREATE INDEX "ix_Phenotype_keyword_keyword" ON "Phenotype_keyword" (keyword);

CREATE TABLE "Phenotype_original_spelling" (
	"Phenotype_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Phenotype_id", original_spelling),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Phenotype_original_spelling_original_spelling" ON "Phenotype_original_spelling" (original_spelling);
CREATE INDEX "ix_Phenotype_original_spelling_Phenotype_id" ON "Phenotype_original_spelling" ("Phenotype_id");

CREATE TABLE "Protocol_equipment" (
	"Protocol_id" TEXT,
	equipment TEXT,
	PRIMARY KEY ("Protocol_id", equipment),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_equipment_Protocol_id" ON "Protocol_equipment" ("Protocol_id");
CREATE INDEX "ix_Protocol_equipment_equipment" ON "Protocol_equipment" (equipment);

CREATE TABLE "Protocol_type" (
	"Protocol_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Protocol_id", type),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_type_type" ON "Protocol_type" (type);
CREATE INDEX "ix_Protocol_type_Protocol_id" ON "Protocol_type" ("Protocol_id");

CREATE TABLE "Protocol_description" (
	"Protocol_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Protocol_id", description),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_description_Protocol_id" ON "Protocol_description" ("Protocol_id");
CREATE INDEX "ix_Protocol_description_description" ON "Protocol_description" (description);

CREATE TABLE "Protocol_identifier" (
	"Protocol_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Protocol_id", identifier),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_identifier_identifier" ON "Protocol_identifier" (identifier);
CREATE INDEX "ix_Protocol_identifier_Protocol_id" ON "Protocol_identifier" ("Protocol_id");

CREATE TABLE "Protocol_alternate_name" (
	"Protocol_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Protocol_id", alternate_name),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_alternate_name_Protocol_id" ON "Protocol_alternate_name" ("Protocol_id");
CREATE INDEX "ix_Protocol_alternate_name_alternate_name" ON "Protocol_alternate_name" (alternate_name);

CREATE TABLE "Protocol_url" (
	"Protocol_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Protocol_id", url),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_url_Protocol_id" ON "Protocol_url" ("Protocol_id");
CREATE INDEX "ix_Protocol_url_url" ON "Protocol_url" (url);

CREATE TABLE "Protocol_see_also" (
	"Protocol_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Protocol_id", see_also),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_see_also_see_also" ON "Protocol_see_also" (see_also);
CREATE INDEX "ix_Protocol_see_also_Protocol_id" ON "Protocol_see_also" ("Protocol_id");

CREATE TABLE "Protocol_keyword" (
	"Protocol_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Protocol_id", keyword),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_keyword_Protocol_id" ON "Protocol_keyword" ("Protocol_id");
CREATE INDEX "ix_Protocol_keyword_keyword" ON "Protocol_keyword" (keyword);

CREATE TABLE "Protocol_original_spelling" (
	"Protocol_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Protocol_id", original_spelling),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Protocol_original_spelling_Protocol_id" ON "Protocol_original_spelling" ("Protocol_id");
CREATE INDEX "ix_Protocol_original_spelling_original_spelling" ON "Protocol_original_spelling" (original_spelling);

CREATE TABLE "Plane_type" (
	"Plane_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Plane_id", type),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_type_Plane_id" ON "Plane_type" ("Plane_id");
CREATE INDEX "ix_Plane_type_type" ON "Plane_type" (type);

CREATE TABLE "Plane_description" (
	"Plane_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Plane_id", description),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_description_description" ON "Plane_description" (description);
CREATE INDEX "ix_Plane_description_Plane_id" ON "Plane_description" ("Plane_id");

CREATE TABLE "Plane_identifier" (
	"Plane_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Plane_id", identifier),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_identifier_Plane_id" ON "Plane_identifier" ("Plane_id");
CREATE INDEX "ix_Plane_identifier_identifier" ON "Plane_identifier" (identifier);

CREATE TABLE "Plane_alternate_name" (
	"Plane_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Plane_id", alternate_name),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_alternate_name_Plane_id" ON "Plane_alternate_name" ("Plane_id");
CREATE INDEX "ix_Plane_alternate_name_alternate_name" ON "Plane_alternate_name" (alternate_name);

CREATE TABLE "Plane_url" (
	"Plane_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Plane_id", url),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_url_url" ON "Plane_url" (url);
CREATE INDEX "ix_Plane_url_Plane_id" ON "Plane_url" ("Plane_id");

CREATE TABLE "Plane_see_also" (
	"Plane_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Plane_id", see_also),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_see_also_see_also" ON "Plane_see_also" (see_also);
CREATE INDEX "ix_Plane_see_also_Plane_id" ON "Plane_see_also" ("Plane_id");

CREATE TABLE "Plane_keyword" (
	"Plane_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Plane_id", keyword),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_keyword_keyword" ON "Plane_keyword" (keyword);
CREATE INDEX "ix_Plane_keyword_Plane_id" ON "Plane_keyword" ("Plane_id");

CREATE TABLE "Plane_original_spelling" (
	"Plane_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Plane_id", original_spelling),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Plane_original_spelling_Plane_id" ON "Plane_original_spelling" ("Plane_id");
CREATE INDEX "ix_Plane_original_spelling_original_spelling" ON "Plane_original_spelling" (original_spelling);

CREATE TABLE "ImageCorrelation_type" (
	"ImageCorrelation_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImageCorrelation_id", type),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_type_ImageCorrelation_id" ON "ImageCorrelation_type" ("ImageCorrelation_id");
CREATE INDEX "ix_ImageCorrelation_type_type" ON "ImageCorrelation_type" (type);

CREATE TABLE "ImageCorrelation_description" (
	"ImageCorrelation_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImageCorrelation_id", description),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_description_ImageCorrelation_id" ON "ImageCorrelation_description" ("ImageCorrelation_id");
CREATE INDEX "ix_ImageCorrelation_description_description" ON "ImageCorrelation_description" (description);

CREATE TABLE "ImageCorrelation_identifier" (
	"ImageCorrelation_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImageCorrelation_id", identifier),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_identifier_ImageCorrelation_id" ON "ImageCorrelation_identifier" ("ImageCorrelation_id");
CREATE INDEX "ix_ImageCorrelation_identifier_identifier" ON "ImageCorrelation_identifier" (identifier);

CREATE TABLE "ImageCorrelation_alternate_name" (
	"ImageCorrelation_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImageCorrelation_id", alternate_name),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_alternate_name_ImageCorrelation_id" ON "ImageCorrelation_alternate_name" ("ImageCorrelation_id");
CREATE INDEX "ix_ImageCorrelation_alternate_name_alternate_name" ON "ImageCorrelation_alternate_name" (alternate_name);

CREATE TABLE "ImageCorrelation_url" (
	"ImageCorrelation_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImageCorrelation_id", url),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_url_ImageCorrelation_id" ON "ImageCorrelation_url" ("ImageCorrelation_id");
CREATE INDEX "ix_ImageCorrelation_url_url" ON "ImageCorrelation_url" (url);

CREATE TABLE "ImageCorrelation_see_also" (
	"ImageCorrelation_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImageCorrelation_id", see_also),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_see_also_see_also" ON "ImageCorrelation_see_also" (see_also);
CREATE INDEX "ix_ImageCorrelation_see_also_ImageCorrelation_id" ON "ImageCorrelation_see_also" ("ImageCorrelation_id");

CREATE TABLE "ImageCorrelation_keyword" (
	"ImageCorrelation_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImageCorrelation_id", keyword),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_keyword_ImageCorrelation_id" ON "ImageCorrelation_keyword" ("ImageCorrelation_id");
CREATE INDEX "ix_ImageCorrelation_keyword_keyword" ON "ImageCorrelation_keyword" (keyword);

CREATE TABLE "ImageCorrelation_original_spelling" (
	"ImageCorrelation_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImageCorrelation_id", original_spelling),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_ImageCorrelation_original_spelling_original_spelling" ON "ImageCorrelation_original_spelling" (original_spelling);
CREATE INDEX "ix_ImageCorrelation_original_spelling_ImageCorrelation_id" ON "ImageCorrelation_original_spelling" ("ImageCorrelation_id");

CREATE TABLE "ComputationalEnvironment_dependency" (
	"ComputationalEnvironment_id" TEXT,
	dependency TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", dependency),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_dependency_dependency" ON "ComputationalEnvironment_dependency" (dependency);
CREATE INDEX "ix_ComputationalEnvironment_dependency_ComputationalEnvironment_id" ON "ComputationalEnvironment_dependency" ("ComputationalEnvironment_id");

CREATE TABLE "ComputationalEnvironment_type" (
	"ComputationalEnvironment_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", type),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_type_type" ON "ComputationalEnvironment_type" (type);
CREATE INDEX "ix_ComputationalEnvironment_type_ComputationalEnvironment_id" ON "ComputationalEnvironment_type" ("ComputationalEnvironment_id");

CREATE TABLE "ComputationalEnvironment_description" (
	"ComputationalEnvironment_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", description),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_description_description" ON "ComputationalEnvironment_description" (description);
CREATE INDEX "ix_ComputationalEnvironment_description_ComputationalEnvironment_id" ON "ComputationalEnvironment_description" ("ComputationalEnvironment_id");

CREATE TABLE "ComputationalEnvironment_identifier" (
	"ComputationalEnvironment_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", identifier),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_identifier_ComputationalEnvironment_id" ON "ComputationalEnvironment_identifier" ("ComputationalEnvironment_id");
CREATE INDEX "ix_ComputationalEnvironment_identifier_identifier" ON "ComputationalEnvironment_identifier" (identifier);

CREATE TABLE "ComputationalEnvironment_alternate_name" (
	"ComputationalEnvironment_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", alternate_name),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_alternate_name_ComputationalEnvironment_id" ON "ComputationalEnvironment_alternate_name" ("ComputationalEnvironment_id");
CREATE INDEX "ix_ComputationalEnvironment_alternate_name_alternate_name" ON "ComputationalEnvironment_alternate_name" (alternate_name);

CREATE TABLE "ComputationalEnvironment_url" (
	"ComputationalEnvironment_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", url),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_url_ComputationalEnvironment_id" ON "ComputationalEnvironment_url" ("ComputationalEnvironment_id");
CREATE INDEX "ix_ComputationalEnvironment_url_url" ON "ComputationalEnvironment_url" (url);

CREATE TABLE "ComputationalEnvironment_see_also" (
	"ComputationalEnvironment_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", see_also),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_see_also_see_also" ON "ComputationalEnvironment_see_also" (see_also);
CREATE INDEX "ix_ComputationalEnvironment_see_also_ComputationalEnvironment_id" ON "ComputationalEnvironment_see_also" ("ComputationalEnvironment_id");

CREATE TABLE "ComputationalEnvironment_keyword" (
	"ComputationalEnvironment_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", keyword),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_keyword_keyword" ON "ComputationalEnvironment_keyword" (keyword);
CREATE INDEX "ix_ComputationalEnvironment_keyword_ComputationalEnvironment_id" ON "ComputationalEnvironment_keyword" ("ComputationalEnvironment_id");

CREATE TABLE "ComputationalEnvironment_original_spelling" (
	"ComputationalEnvironment_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", original_spelling),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_original_spelling_original_spelling" ON "ComputationalEnvironment_original_spelling" (original_spelling);
CREATE INDEX "ix_ComputationalEnvironment_original_spelling_ComputationalEnvironment_id" ON "ComputationalEnvironment_original_spelling" ("ComputationalEnvironment_id");

CREATE TABLE "PropertyValue" (
	value TEXT,
	unit_text TEXT,
	value_term TEXT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	unit_code_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(value_term) REFERENCES "OntologyTerm" (id),
	FOREIGN KEY(unit_code_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_PropertyValue_id" ON "PropertyValue" (id);

CREATE TABLE "Facility" (
	parent_organisation TEXT,
	id TEXT NOT NULL,
	name TEXT,
	address_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(parent_organisation) REFERENCES "Organisation" (id),
	FOREIGN KEY(address_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_Facility_id" ON "Facility" (id);

CREATE TABLE "Study" (
	publisher TEXT,
	date_published TEXT,
	date_created TEXT,
	copyright_notice TEXT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	license_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(publisher) REFERENCES "Organisation" (id),
	FOREIGN KEY(license_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_Study_id" ON "Study" (id);

CREATE TABLE "Specimen" (
	experimental_status TEXT,
	location_in_biosample TEXT,
	section_thickness TEXT,
	mounting_medium TEXT,
	mounting_refractive_index FLOAT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(location_in_biosample) REFERENCES "OntologyTerm" (id),
	FOREIGN KEY(section_thickness) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Specimen_id" ON "Specimen" (id);

CREATE TABLE "Reagent" (
	vendor TEXT,
	catalog_number TEXT,
	lot_number TEXT,
	concentration TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(vendor) REFERENCES "Organisation" (id),
	FOREIGN KEY(concentration) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Reagent_id" ON "Reagent" (id);

CREATE TABLE "Antibody" (
	host TEXT,
	clonality TEXT,
	clone TEXT,
	isotype TEXT,
	conjugate TEXT,
	vendor TEXT,
	catalog_number TEXT,
	lot_number TEXT,
	concentration TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(host) REFERENCES "Taxon" (id),
	FOREIGN KEY(vendor) REFERENCES "Organisation" (id),
	FOREIGN KEY(concentration) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Antibody_id" ON "Antibody" (id);

CREATE TABLE "Compound" (
	term TEXT,
	smiles TEXT,
	inchi_key TEXT,
	dose TEXT,
	vendor TEXT,
	catalog_number TEXT,
	lot_number TEXT,
	concentration TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(term) REFERENCES "OntologyTerm" (id),
	FOREIGN KEY(vendor) REFERENCES "Organisation" (id),
	FOREIGN KEY(concentration) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Compound_id" ON "Compound" (id);

CREATE TABLE "Library" (
	library_type TEXT,
	vendor TEXT,
	catalog_number TEXT,
	lot_number TEXT,
	concentration TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(library_type) REFERENCES "OntologyTerm" (id),
	FOREIGN KEY(vendor) REFERENCES "Organisation" (id),
	FOREIGN KEY(concentration) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_Library_id" ON "Library" (id);

CREATE TABLE "ManufacturerSpecification" (
	id INTEGER NOT NULL,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_ManufacturerSpecification_id" ON "ManufacturerSpecification" (id);

CREATE TABLE "Software" (
	version TEXT,
	developer TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(developer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Software_id" ON "Software" (id);

CREATE TABLE "ImageAcquisition" (
	acquisition_date TEXT,
	imaging_environment TEXT,
	stage_label TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(imaging_environment) REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImageAcquisition_id" ON "ImageAcquisition" (id);

CREATE TABLE "QualityControl" (
	result TEXT,
	simple_result TEXT,
	date TEXT,
	procedure TEXT,
	performed_by TEXT,
	reference_sample TEXT,
	lower_limit FLOAT,
	upper_limit FLOAT,
	passed BOOLEAN,
	id TEXT NOT NULL,
	name TEXT,
	metric_id INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(result) REFERENCES "Quantity" (id),
	FOREIGN KEY(procedure) REFERENCES "Protocol" (id),
	FOREIGN KEY(performed_by) REFERENCES "Person" (id),
	FOREIGN KEY(metric_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_QualityControl_id" ON "QualityControl" (id);

CREATE TABLE "OntologyTerm_type" (
	"OntologyTerm_id" TEXT,
	type TEXT,
	PRIMARY KEY ("OntologyTerm_id", type),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_type_OntologyTerm_id" ON "OntologyTerm_type" ("OntologyTerm_id");
CREATE INDEX "ix_OntologyTerm_type_type" ON "OntologyTerm_type" (type);

CREATE TABLE "OntologyTerm_description" (
	"OntologyTerm_id" TEXT,
	description TEXT,
	PRIMARY KEY ("OntologyTerm_id", description),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_description_description" ON "OntologyTerm_description" (description);
CREATE INDEX "ix_OntologyTerm_description_OntologyTerm_id" ON "OntologyTerm_description" ("OntologyTerm_id");

CREATE TABLE "OntologyTerm_identifier" (
	"OntologyTerm_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("OntologyTerm_id", identifier),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_identifier_OntologyTerm_id" ON "OntologyTerm_identifier" ("OntologyTerm_id");
CREATE INDEX "ix_OntologyTerm_identifier_identifier" ON "OntologyTerm_identifier" (identifier);

CREATE TABLE "OntologyTerm_alternate_name" (
	"OntologyTerm_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("OntologyTerm_id", alternate_name),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_alternate_name_alternate_name" ON "OntologyTerm_alternate_name" (alternate_name);
CREATE INDEX "ix_OntologyTerm_alternate_name_OntologyTerm_id" ON "OntologyTerm_alternate_name" ("OntologyTerm_id");

CREATE TABLE "OntologyTerm_url" (
	"OntologyTerm_id" TEXT,
	url TEXT,
	PRIMARY KEY ("OntologyTerm_id", url),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_url_OntologyTerm_id" ON "OntologyTerm_url" ("OntologyTerm_id");
CREATE INDEX "ix_OntologyTerm_url_url" ON "OntologyTerm_url" (url);

CREATE TABLE "OntologyTerm_see_also" (
	"OntologyTerm_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("OntologyTerm_id", see_also),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_see_also_see_also" ON "OntologyTerm_see_also" (see_also);
CREATE INDEX "ix_OntologyTerm_see_also_OntologyTerm_id" ON "OntologyTerm_see_also" ("OntologyTerm_id");

CREATE TABLE "OntologyTerm_keyword" (
	"OntologyTerm_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("OntologyTerm_id", keyword),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_keyword_OntologyTerm_id" ON "OntologyTerm_keyword" ("OntologyTerm_id");
CREATE INDEX "ix_OntologyTerm_keyword_keyword" ON "OntologyTerm_keyword" (keyword);

CREATE TABLE "OntologyTerm_original_spelling" (
	"OntologyTerm_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("OntologyTerm_id", original_spelling),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_OntologyTerm_original_spelling_OntologyTerm_id" ON "OntologyTerm_original_spelling" ("OntologyTerm_id");
CREATE INDEX "ix_OntologyTerm_original_spelling_original_spelling" ON "OntologyTerm_original_spelling" (original_spelling);

CREATE TABLE "DataSize_type" (
	"DataSize_id" TEXT,
	type TEXT,
	PRIMARY KEY ("DataSize_id", type),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_type_DataSize_id" ON "DataSize_type" ("DataSize_id");
CREATE INDEX "ix_DataSize_type_type" ON "DataSize_type" (type);

CREATE TABLE "DataSize_description" (
	"DataSize_id" TEXT,
	description TEXT,
	PRIMARY KEY ("DataSize_id", description),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_description_DataSize_id" ON "DataSize_description" ("DataSize_id");
CREATE INDEX "ix_DataSize_description_description" ON "DataSize_description" (description);

CREATE TABLE "DataSize_identifier" (
	"DataSize_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("DataSize_id", identifier),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_identifier_DataSize_id" ON "DataSize_identifier" ("DataSize_id");
CREATE INDEX "ix_DataSize_identifier_identifier" ON "DataSize_identifier" (identifier);

CREATE TABLE "DataSize_alternate_name" (
	"DataSize_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("DataSize_id", alternate_name),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_alternate_name_alternate_name" ON "DataSize_alternate_name" (alternate_name);
CREATE INDEX "ix_DataSize_alternate_name_DataSize_id" ON "DataSize_alternate_name" ("DataSize_id");

CREATE TABLE "DataSize_url" (
	"DataSize_id" TEXT,
	url TEXT,
	PRIMARY KEY ("DataSize_id", url),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_url_DataSize_id" ON "DataSize_url" ("DataSize_id");
CREATE INDEX "ix_DataSize_url_url" ON "DataSize_url" (url);

CREATE TABLE "DataSize_see_also" (
	"DataSize_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("DataSize_id", see_also),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_see_also_see_also" ON "DataSize_see_also" (see_also);
CREATE INDEX "ix_DataSize_see_also_DataSize_id" ON "DataSize_see_also" ("DataSize_id");

CREATE TABLE "DataSize_keyword" (
	"DataSize_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("DataSize_id", keyword),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_keyword_DataSize_id" ON "DataSize_keyword" ("DataSize_id");
CREATE INDEX "ix_DataSize_keyword_keyword" ON "DataSize_keyword" (keyword);

CREATE TABLE "DataSize_original_spelling" (
	"DataSize_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("DataSize_id", original_spelling),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_DataSize_original_spelling_DataSize_id" ON "DataSize_original_spelling" ("DataSize_id");
CREATE INDEX "ix_DataSize_original_spelling_original_spelling" ON "DataSize_original_spelling" (original_spelling);

CREATE TABLE "Person_email" (
	"Person_id" TEXT,
	email TEXT,
	PRIMARY KEY ("Person_id", email),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_email_Person_id" ON "Person_email" ("Person_id");
CREATE INDEX "ix_Person_email_email" ON "Person_email" (email);

CREATE TABLE "Person_affiliation" (
	"Person_id" TEXT,
	affiliation_id TEXT,
	PRIMARY KEY ("Person_id", affiliation_id),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id),
	FOREIGN KEY(affiliation_id) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Person_affiliation_Person_id" ON "Person_affiliation" ("Person_id");
CREATE INDEX "ix_Person_affiliation_affiliation_id" ON "Person_affiliation" (affiliation_id);

CREATE TABLE "Person_role" (
	"Person_id" TEXT,
	role TEXT,
	PRIMARY KEY ("Person_id", role),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_role_Person_id" ON "Person_role" ("Person_id");
CREATE INDEX "ix_Person_role_role" ON "Person_role" (role);

CREATE TABLE "Person_type" (
	"Person_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Person_id", type),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_type_type" ON "Person_type" (type);
CREATE INDEX "ix_Person_type_Person_id" ON "Person_type" ("Person_id");

CREATE TABLE "Person_description" (
	"Person_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Person_id", description),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_description_description" ON "Person_description" (description);
CREATE INDEX "ix_Person_description_Person_id" ON "Person_description" ("Person_id");

CREATE TABLE "Person_identifier" (
	"Person_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Person_id", identifier),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_identifier_identifier" ON "Person_identifier" (identifier);
CREATE INDEX "ix_Person_identifier_Person_id" ON "Person_identifier" ("Person_id");

CREATE TABLE "Person_alternate_name" (
	"Person_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Person_id", alternate_name),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_alternate_name_Person_id" ON "Person_alternate_name" ("Person_id");
CREATE INDEX "ix_Person_alternate_name_alternate_name" ON "Person_alternate_name" (alternate_name);

CREATE TABLE "Person_url" (
	"Person_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Person_id", url),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_url_url" ON "Person_url" (url);
CREATE INDEX "ix_Person_url_Person_id" ON "Person_url" ("Person_id");

CREATE TABLE "Person_see_also" (
	"Person_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Person_id", see_also),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_see_also_see_also" ON "Person_see_also" (see_also);
CREATE INDEX "ix_Person_see_also_Person_id" ON "Person_see_also" ("Person_id");

CREATE TABLE "Person_keyword" (
	"Person_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Person_id", keyword),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_keyword_Person_id" ON "Person_keyword" ("Person_id");
CREATE INDEX "ix_Person_keyword_keyword" ON "Person_keyword" (keyword);

CREATE TABLE "Person_original_spelling" (
	"Person_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Person_id", original_spelling),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);
CREATE INDEX "ix_Person_original_spelling_Person_id" ON "Person_original_spelling" ("Person_id");
CREATE INDEX "ix_Person_original_spelling_original_spelling" ON "Person_original_spelling" (original_spelling);

CREATE TABLE "Organisation_type" (
	"Organisation_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Organisation_id", type),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_type_Organisation_id" ON "Organisation_type" ("Organisation_id");
CREATE INDEX "ix_Organisation_type_type" ON "Organisation_type" (type);

CREATE TABLE "Organisation_description" (
	"Organisation_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Organisation_id", description),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_description_description" ON "Organisation_description" (description);
CREATE INDEX "ix_Organisation_description_Organisation_id" ON "Organisation_description" ("Organisation_id");

CREATE TABLE "Organisation_identifier" (
	"Organisation_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Organisation_id", identifier),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_identifier_Organisation_id" ON "Organisation_identifier" ("Organisation_id");
CREATE INDEX "ix_Organisation_identifier_identifier" ON "Organisation_identifier" (identifier);

CREATE TABLE "Organisation_alternate_name" (
	"Organisation_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Organisation_id", alternate_name),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_alternate_name_Organisation_id" ON "Organisation_alternate_name" ("Organisation_id");
CREATE INDEX "ix_Organisation_alternate_name_alternate_name" ON "Organisation_alternate_name" (alternate_name);

CREATE TABLE "Organisation_url" (
	"Organisation_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Organisation_id", url),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_url_url" ON "Organisation_url" (url);
CREATE INDEX "ix_Organisation_url_Organisation_id" ON "Organisation_url" ("Organisation_id");

CREATE TABLE "Organisation_see_also" (
	"Organisation_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Organisation_id", see_also),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_see_also_see_also" ON "Organisation_see_also" (see_also);
CREATE INDEX "ix_Organisation_see_also_Organisation_id" ON "Organisation_see_also" ("Organisation_id");

CREATE TABLE "Organisation_keyword" (
	"Organisation_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Organisation_id", keyword),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_keyword_Organisation_id" ON "Organisation_keyword" ("Organisation_id");
CREATE INDEX "ix_Organisation_keyword_keyword" ON "Organisation_keyword" (keyword);

CREATE TABLE "Organisation_original_spelling" (
	"Organisation_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Organisation_id", original_spelling),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Organisation_original_spelling_Organisation_id" ON "Organisation_original_spelling" ("Organisation_id");
CREATE INDEX "ix_Organisation_original_spelling_original_spelling" ON "Organisation_original_spelling" (original_spelling);

CREATE TABLE "BiologicalContent_cell_line" (
	"BiologicalContent_id" INTEGER,
	cell_line_id TEXT,
	PRIMARY KEY ("BiologicalContent_id", cell_line_id),
	FOREIGN KEY("BiologicalContent_id") REFERENCES "BiologicalContent" (id),
	FOREIGN KEY(cell_line_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_BiologicalContent_cell_line_BiologicalContent_id" ON "BiologicalContent_cell_line" ("BiologicalContent_id");
CREATE INDEX "ix_BiologicalContent_cell_line_cell_line_id" ON "BiologicalContent_cell_line" (cell_line_id);

CREATE TABLE "BiologicalContent_biological_entity" (
	"BiologicalContent_id" INTEGER,
	biological_entity_id TEXT,
	PRIMARY KEY ("BiologicalContent_id", biological_entity_id),
	FOREIGN KEY("BiologicalContent_id") REFERENCES "BiologicalContent" (id),
	FOREIGN KEY(biological_entity_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_BiologicalContent_biological_entity_BiologicalContent_id" ON "BiologicalContent_biological_entity" ("BiologicalContent_id");
CREATE INDEX "ix_BiologicalContent_biological_entity_biological_entity_id" ON "BiologicalContent_biological_entity" (biological_entity_id);

CREATE TABLE "BiologicalContent_disease" (
	"BiologicalContent_id" INTEGER,
	disease_id TEXT,
	PRIMARY KEY ("BiologicalContent_id", disease_id),
	FOREIGN KEY("BiologicalContent_id") REFERENCES "BiologicalContent" (id),
	FOREIGN KEY(disease_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_BiologicalContent_disease_disease_id" ON "BiologicalContent_disease" (disease_id);
CREATE INDEX "ix_BiologicalContent_disease_BiologicalContent_id" ON "BiologicalContent_disease" ("BiologicalContent_id");

CREATE TABLE "Biosample_cell_line" (
	"Biosample_id" TEXT,
	cell_line_id TEXT,
	PRIMARY KEY ("Biosample_id", cell_line_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(cell_line_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Biosample_cell_line_cell_line_id" ON "Biosample_cell_line" (cell_line_id);
CREATE INDEX "ix_Biosample_cell_line_Biosample_id" ON "Biosample_cell_line" ("Biosample_id");

CREATE TABLE "Biosample_biological_entity" (
	"Biosample_id" TEXT,
	biological_entity_id TEXT,
	PRIMARY KEY ("Biosample_id", biological_entity_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(biological_entity_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Biosample_biological_entity_Biosample_id" ON "Biosample_biological_entity" ("Biosample_id");
CREATE INDEX "ix_Biosample_biological_entity_biological_entity_id" ON "Biosample_biological_entity" (biological_entity_id);

CREATE TABLE "Biosample_disease" (
	"Biosample_id" TEXT,
	disease_id TEXT,
	PRIMARY KEY ("Biosample_id", disease_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(disease_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Biosample_disease_Biosample_id" ON "Biosample_disease" ("Biosample_id");
CREATE INDEX "ix_Biosample_disease_disease_id" ON "Biosample_disease" (disease_id);

CREATE TABLE "Labelling_target" (
	"Labelling_id" TEXT,
	target_id TEXT,
	PRIMARY KEY ("Labelling_id", target_id),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id),
	FOREIGN KEY(target_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Labelling_target_Labelling_id" ON "Labelling_target" ("Labelling_id");
CREATE INDEX "ix_Labelling_target_target_id" ON "Labelling_target" (target_id);

CREATE TABLE "Labelling_type" (
	"Labelling_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Labelling_id", type),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_type_Labelling_id" ON "Labelling_type" ("Labelling_id");
CREATE INDEX "ix_Labelling_type_type" ON "Labelling_type" (type);

CREATE TABLE "Labelling_description" (
	"Labelling_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Labelling_id", description),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_description_description" ON "Labelling_description" (description);
CREATE INDEX "ix_Labelling_description_Labelling_id" ON "Labelling_description" ("Labelling_id");

CREATE TABLE "Labelling_identifier" (
	"Labelling_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Labelling_id", identifier),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_identifier_Labelling_id" ON "Labelling_identifier" ("Labelling_id");
CREATE INDEX "ix_Labelling_identifier_identifier" ON "Labelling_identifier" (identifier);

CREATE TABLE "Labelling_alternate_name" (
	"Labelling_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Labelling_id", alternate_name),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_alternate_name_Labelling_id" ON "Labelling_alternate_name" ("Labelling_id");
CREATE INDEX "ix_Labelling_alternate_name_alternate_name" ON "Labelling_alternate_name" (alternate_name);

CREATE TABLE "Labelling_url" (
	"Labelling_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Labelling_id", url),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_url_url" ON "Labelling_url" (url);
CREATE INDEX "ix_Labelling_url_Labelling_id" ON "Labelling_url" ("Labelling_id");

CREATE TABLE "Labelling_see_also" (
	"Labelling_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Labelling_id", see_also),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_see_also_see_also" ON "Labelling_see_also" (see_also);
CREATE INDEX "ix_Labelling_see_also_Labelling_id" ON "Labelling_see_also" ("Labelling_id");

CREATE TABLE "Labelling_keyword" (
	"Labelling_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Labelling_id", keyword),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_keyword_keyword" ON "Labelling_keyword" (keyword);
CREATE INDEX "ix_Labelling_keyword_Labelling_id" ON "Labelling_keyword" ("Labelling_id");

CREATE TABLE "Labelling_original_spelling" (
	"Labelling_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Labelling_id", original_spelling),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Labelling_original_spelling_original_spelling" ON "Labelling_original_spelling" (original_spelling);
CREATE INDEX "ix_Labelling_original_spelling_Labelling_id" ON "Labelling_original_spelling" ("Labelling_id");

CREATE TABLE "Phenotype_term" (
	"Phenotype_id" TEXT,
	term_id TEXT,
	PRIMARY KEY ("Phenotype_id", term_id),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id),
	FOREIGN KEY(term_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Phenotype_term_term_id" ON "Phenotype_term" (term_id);
CREATE INDEX "ix_Phenotype_term_Phenotype_id" ON "Phenotype_term" ("Phenotype_id");

CREATE TABLE "Protocol_protocol_type" (
	"Protocol_id" TEXT,
	protocol_type_id TEXT,
	PRIMARY KEY ("Protocol_id", protocol_type_id),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id),
	FOREIGN KEY(protocol_type_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Protocol_protocol_type_Protocol_id" ON "Protocol_protocol_type" ("Protocol_id");
CREATE INDEX "ix_Protocol_protocol_type_protocol_type_id" ON "Protocol_protocol_type" (protocol_type_id);

CREATE TABLE "Protocol_technique" (
	"Protocol_id" TEXT,
	technique_id TEXT,
	PRIMARY KEY ("Protocol_id", technique_id),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id),
	FOREIGN KEY(technique_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Protocol_technique_Protocol_id" ON "Protocol_technique" ("Protocol_id");
CREATE INDEX "ix_Protocol_technique_technique_id" ON "Protocol_technique" (technique_id);

CREATE TABLE "ImagingEnvironment_type" (
	"ImagingEnvironment_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", type),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_type_type" ON "ImagingEnvironment_type" (type);
CREATE INDEX "ix_ImagingEnvironment_type_ImagingEnvironment_id" ON "ImagingEnvironment_type" ("ImagingEnvironment_id");

CREATE TABLE "ImagingEnvironment_description" (
	"ImagingEnvironment_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", description),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_description_ImagingEnvironment_id" ON "ImagingEnvironment_description" ("ImagingEnvironment_id");
CREATE INDEX "ix_ImagingEnvironment_description_description" ON "ImagingEnvironment_description" (description);

CREATE TABLE "ImagingEnvironment_identifier" (
	"ImagingEnvironment_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", identifier),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_identifier_ImagingEnvironment_id" ON "ImagingEnvironment_identifier" ("ImagingEnvironment_id");
CREATE INDEX "ix_ImagingEnvironment_identifier_identifier" ON "ImagingEnvironment_identifier" (identifier);

CREATE TABLE "ImagingEnvironment_alternate_name" (
	"ImagingEnvironment_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", alternate_name),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_alternate_name_ImagingEnvironment_id" ON "ImagingEnvironment_alternate_name" ("ImagingEnvironment_id");
CREATE INDEX "ix_ImagingEnvironment_alternate_name_alternate_name" ON "ImagingEnvironment_alternate_name" (alternate_name);

CREATE TABLE "ImagingEnvironment_url" (
	"ImagingEnvironment_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", url),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_url_ImagingEnvironment_id" ON "ImagingEnvironment_url" ("ImagingEnvironment_id");
CREATE INDEX "ix_ImagingEnvironment_url_url" ON "ImagingEnvironment_url" (url);

CREATE TABLE "ImagingEnvironment_see_also" (
	"ImagingEnvironment_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", see_also),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_see_also_see_also" ON "ImagingEnvironment_see_also" (see_also);
CREATE INDEX "ix_ImagingEnvironment_see_also_ImagingEnvironment_id" ON "ImagingEnvironment_see_also" ("ImagingEnvironment_id");

CREATE TABLE "ImagingEnvironment_keyword" (
	"ImagingEnvironment_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", keyword),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_keyword_ImagingEnvironment_id" ON "ImagingEnvironment_keyword" ("ImagingEnvironment_id");
CREATE INDEX "ix_ImagingEnvironment_keyword_keyword" ON "ImagingEnvironment_keyword" (keyword);

CREATE TABLE "ImagingEnvironment_original_spelling" (
	"ImagingEnvironment_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", original_spelling),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);
CREATE INDEX "ix_ImagingEnvironment_original_spelling_original_spelling" ON "ImagingEnvironment_original_spelling" (original_spelling);
CREATE INDEX "ix_ImagingEnvironment_original_spelling_ImagingEnvironment_id" ON "ImagingEnvironment_original_spelling" ("ImagingEnvironment_id");

CREATE TABLE "Image_part_of" (
	"Image_id" TEXT,
	part_of_id TEXT,
	PRIMARY KEY ("Image_id", part_of_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(part_of_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Image_part_of_Image_id" ON "Image_part_of" ("Image_id");
CREATE INDEX "ix_Image_part_of_part_of_id" ON "Image_part_of" (part_of_id);

CREATE TABLE "Image_derived_from" (
	"Image_id" TEXT,
	derived_from_id TEXT,
	PRIMARY KEY ("Image_id", derived_from_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(derived_from_id) REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_derived_from_derived_from_id" ON "Image_derived_from" (derived_from_id);
CREATE INDEX "ix_Image_derived_from_Image_id" ON "Image_derived_from" ("Image_id");

CREATE TABLE "Image_file" (
	"Image_id" TEXT,
	file_id TEXT,
	PRIMARY KEY ("Image_id", file_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(file_id) REFERENCES "File" (id)
);
CREATE INDEX "ix_Image_file_Image_id" ON "Image_file" ("Image_id");
CREATE INDEX "ix_Image_file_file_id" ON "Image_file" (file_id);

CREATE TABLE "Image_plane" (
	"Image_id" TEXT,
	plane_id TEXT,
	PRIMARY KEY ("Image_id", plane_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(plane_id) REFERENCES "Plane" (id)
);
CREATE INDEX "ix_Image_plane_plane_id" ON "Image_plane" (plane_id);
CREATE INDEX "ix_Image_plane_Image_id" ON "Image_plane" ("Image_id");

CREATE TABLE "Image_annotation" (
	"Image_id" TEXT,
	annotation_id TEXT,
	PRIMARY KEY ("Image_id", annotation_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(annotation_id) REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Image_annotation_Image_id" ON "Image_annotation" ("Image_id");
CREATE INDEX "ix_Image_annotation_annotation_id" ON "Image_annotation" (annotation_id);

CREATE TABLE "Image_organism" (
	"Image_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Image_id", organism_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Image_organism_organism_id" ON "Image_organism" (organism_id);
CREATE INDEX "ix_Image_organism_Image_id" ON "Image_organism" ("Image_id");

CREATE TABLE "Image_cell_line" (
	"Image_id" TEXT,
	cell_line_id TEXT,
	PRIMARY KEY ("Image_id", cell_line_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(cell_line_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Image_cell_line_cell_line_id" ON "Image_cell_line" (cell_line_id);
CREATE INDEX "ix_Image_cell_line_Image_id" ON "Image_cell_line" ("Image_id");

CREATE TABLE "Image_gene" (
	"Image_id" TEXT,
	gene_id TEXT,
	PRIMARY KEY ("Image_id", gene_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(gene_id) REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Image_gene_Image_id" ON "Image_gene" ("Image_id");
CREATE INDEX "ix_Image_gene_gene_id" ON "Image_gene" (gene_id);

CREATE TABLE "Image_compound" (
	"Image_id" TEXT,
	compound_id TEXT,
	PRIMARY KEY ("Image_id", compound_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(compound_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Image_compound_Image_id" ON "Image_compound" ("Image_id");
CREATE INDEX "ix_Image_compound_compound_id" ON "Image_compound" (compound_id);

CREATE TABLE "Image_phenotype" (
	"Image_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Image_id", phenotype_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Image_phenotype_phenotype_id" ON "Image_phenotype" (phenotype_id);
CREATE INDEX "ix_Image_phenotype_Image_id" ON "Image_phenotype" ("Image_id");

CREATE TABLE "Image_biological_entity" (
	"Image_id" TEXT,
	biological_entity_id TEXT,
	PRIMARY KEY ("Image_id", biological_entity_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(biological_entity_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Image_biological_entity_biological_entity_id" ON "Image_biological_entity" (biological_entity_id);
CREATE INDEX "ix_Image_biological_entity_Image_id" ON "Image_biological_entity" ("Image_id");

CREATE TABLE "Image_disease" (
	"Image_id" TEXT,
	disease_id TEXT,
	PRIMARY KEY ("Image_id", disease_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(disease_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Image_disease_disease_id" ON "Image_disease" (disease_id);
CREATE INDEX "ix_Image_disease_Image_id" ON "Image_disease" ("Image_id");

CREATE TABLE "Image_type" (
	"Image_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Image_id", type),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_type_type" ON "Image_type" (type);
CREATE INDEX "ix_Image_type_Image_id" ON "Image_type" ("Image_id");

CREATE TABLE "Image_description" (
	"Image_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Image_id", description),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_description_Image_id" ON "Image_description" ("Image_id");
CREATE INDEX "ix_Image_description_description" ON "Image_description" (description);

CREATE TABLE "Image_identifier" (
	"Image_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Image_id", identifier),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_identifier_identifier" ON "Image_identifier" (identifier);
CREATE INDEX "ix_Image_identifier_Image_id" ON "Image_identifier" ("Image_id");

CREATE TABLE "Image_alternate_name" (
	"Image_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Image_id", alternate_name),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_alternate_name_alternate_name" ON "Image_alternate_name" (alternate_name);
CREATE INDEX "ix_Image_alternate_name_Image_id" ON "Image_alternate_name" ("Image_id");

CREATE TABLE "Image_url" (
	"Image_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Image_id", url),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_url_Image_id" ON "Image_url" ("Image_id");
CREATE INDEX "ix_Image_url_url" ON "Image_url" (url);

CREATE TABLE "Image_see_also" (
	"Image_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Image_id", see_also),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_see_also_see_also" ON "Image_see_also" (see_also);
CREATE INDEX "ix_Image_see_also_Image_id" ON "Image_see_also" ("Image_id");

CREATE TABLE "Image_keyword" (
	"Image_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Image_id", keyword),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_keyword_keyword" ON "Image_keyword" (keyword);
CREATE INDEX "ix_Image_keyword_Image_id" ON "Image_keyword" ("Image_id");

CREATE TABLE "Image_original_spelling" (
	"Image_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Image_id", original_spelling),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);
CREATE INDEX "ix_Image_original_spelling_Image_id" ON "Image_original_spelling" ("Image_id");
CREATE INDEX "ix_Image_original_spelling_original_spelling" ON "Image_original_spelling" (original_spelling);

CREATE TABLE "File_location" (
	"File_id" TEXT,
	location_id INTEGER,
	PRIMARY KEY ("File_id", location_id),
	FOREIGN KEY("File_id") REFERENCES "File" (id),
	FOREIGN KEY(location_id) REFERENCES "Any" (id)
);
CREATE INDEX "ix_File_location_File_id" ON "File_location" ("File_id");
CREATE INDEX "ix_File_location_location_id" ON "File_location" (location_id);

CREATE TABLE "File_type" (
	"File_id" TEXT,
	type TEXT,
	PRIMARY KEY ("File_id", type),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_type_File_id" ON "File_type" ("File_id");
CREATE INDEX "ix_File_type_type" ON "File_type" (type);

CREATE TABLE "File_description" (
	"File_id" TEXT,
	description TEXT,
	PRIMARY KEY ("File_id", description),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_description_File_id" ON "File_description" ("File_id");
CREATE INDEX "ix_File_description_description" ON "File_description" (description);

CREATE TABLE "File_identifier" (
	"File_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("File_id", identifier),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_identifier_File_id" ON "File_identifier" ("File_id");
CREATE INDEX "ix_File_identifier_identifier" ON "File_identifier" (identifier);

CREATE TABLE "File_alternate_name" (
	"File_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("File_id", alternate_name),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_alternate_name_alternate_name" ON "File_alternate_name" (alternate_name);
CREATE INDEX "ix_File_alternate_name_File_id" ON "File_alternate_name" ("File_id");

CREATE TABLE "File_url" (
	"File_id" TEXT,
	url TEXT,
	PRIMARY KEY ("File_id", url),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_url_url" ON "File_url" (url);
CREATE INDEX "ix_File_url_File_id" ON "File_url" ("File_id");

CREATE TABLE "File_see_also" (
	"File_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("File_id", see_also),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_see_also_see_also" ON "File_see_also" (see_also);
CREATE INDEX "ix_File_see_also_File_id" ON "File_see_also" ("File_id");

CREATE TABLE "File_keyword" (
	"File_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("File_id", keyword),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_keyword_keyword" ON "File_keyword" (keyword);
CREATE INDEX "ix_File_keyword_File_id" ON "File_keyword" ("File_id");

CREATE TABLE "File_original_spelling" (
	"File_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("File_id", original_spelling),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);
CREATE INDEX "ix_File_original_spelling_original_spelling" ON "File_original_spelling" (original_spelling);
CREATE INDEX "ix_File_original_spelling_File_id" ON "File_original_spelling" ("File_id");

CREATE TABLE "ImageCorrelation_image" (
	"ImageCorrelation_id" TEXT,
	image_id TEXT,
	PRIMARY KEY ("ImageCorrelation_id", image_id),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id),
	FOREIGN KEY(image_id) REFERENCES "Image" (id)
);
CREATE INDEX "ix_ImageCorrelation_image_image_id" ON "ImageCorrelation_image" (image_id);
CREATE INDEX "ix_ImageCorrelation_image_ImageCorrelation_id" ON "ImageCorrelation_image" ("ImageCorrelation_id");

CREATE TABLE "Annotation_annotation_type" (
	"Annotation_id" TEXT,
	annotation_type TEXT,
	PRIMARY KEY ("Annotation_id", annotation_type),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_annotation_type_Annotation_id" ON "Annotation_annotation_type" ("Annotation_id");
CREATE INDEX "ix_Annotation_annotation_type_annotation_type" ON "Annotation_annotation_type" (annotation_type);

CREATE TABLE "Annotation_value" (
	"Annotation_id" TEXT,
	value TEXT,
	PRIMARY KEY ("Annotation_id", value),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_value_value" ON "Annotation_value" (value);
CREATE INDEX "ix_Annotation_value_Annotation_id" ON "Annotation_value" ("Annotation_id");

CREATE TABLE "Annotation_source_image" (
	"Annotation_id" TEXT,
	source_image_id TEXT,
	PRIMARY KEY ("Annotation_id", source_image_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(source_image_id) REFERENCES "Image" (id)
);
CREATE INDEX "ix_Annotation_source_image_Annotation_id" ON "Annotation_source_image" ("Annotation_id");
CREATE INDEX "ix_Annotation_source_image_source_image_id" ON "Annotation_source_image" (source_image_id);

CREATE TABLE "Annotation_author" (
	"Annotation_id" TEXT,
	author_id TEXT,
	PRIMARY KEY ("Annotation_id", author_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(author_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Annotation_author_author_id" ON "Annotation_author" (author_id);
CREATE INDEX "ix_Annotation_author_Annotation_id" ON "Annotation_author" ("Annotation_id");

CREATE TABLE "Annotation_term" (
	"Annotation_id" TEXT,
	term_id TEXT,
	PRIMARY KEY ("Annotation_id", term_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(term_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Annotation_term_term_id" ON "Annotation_term" (term_id);
CREATE INDEX "ix_Annotation_term_Annotation_id" ON "Annotation_term" ("Annotation_id");

CREATE TABLE "Annotation_file" (
	"Annotation_id" TEXT,
	file_id TEXT,
	PRIMARY KEY ("Annotation_id", file_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(file_id) REFERENCES "File" (id)
);
CREATE INDEX "ix_Annotation_file_Annotation_id" ON "Annotation_file" ("Annotation_id");
CREATE INDEX "ix_Annotation_file_file_id" ON "Annotation_file" (file_id);

CREATE TABLE "Annotation_type" (
	"Annotation_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Annotation_id", type),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_type_Annotation_id" ON "Annotation_type" ("Annotation_id");
CREATE INDEX "ix_Annotation_type_type" ON "Annotation_type" (type);

CREATE TABLE "Annotation_description" (
	"Annotation_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Annotation_id", description),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_description_description" ON "Annotation_description" (description);
CREATE INDEX "ix_Annotation_description_Annotation_id" ON "Annotation_description" ("Annotation_id");

CREATE TABLE "Annotation_identifier" (
	"Annotation_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Annotation_id", identifier),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_identifier_Annotation_id" ON "Annotation_identifier" ("Annotation_id");
CREATE INDEX "ix_Annotation_identifier_identifier" ON "Annotation_identifier" (identifier);

CREATE TABLE "Annotation_alternate_name" (
	"Annotation_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Annotation_id", alternate_name),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_alternate_name_Annotation_id" ON "Annotation_alternate_name" ("Annotation_id");
CREATE INDEX "ix_Annotation_alternate_name_alternate_name" ON "Annotation_alternate_name" (alternate_name);

CREATE TABLE "Annotation_url" (
	"Annotation_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Annotation_id", url),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_url_url" ON "Annotation_url" (url);
CREATE INDEX "ix_Annotation_url_Annotation_id" ON "Annotation_url" ("Annotation_id");

CREATE TABLE "Annotation_see_also" (
	"Annotation_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Annotation_id", see_also),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_see_also_Annotation_id" ON "Annotation_see_also" ("Annotation_id");
CREATE INDEX "ix_Annotation_see_also_see_also" ON "Annotation_see_also" (see_also);

CREATE TABLE "Annotation_keyword" (
	"Annotation_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Annotation_id", keyword),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_keyword_Annotation_id" ON "Annotation_keyword" ("Annotation_id");
CREATE INDEX "ix_Annotation_keyword_keyword" ON "Annotation_keyword" (keyword);

CREATE TABLE "Annotation_original_spelling" (
	"Annotation_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Annotation_id", original_spelling),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Annotation_original_spelling_Annotation_id" ON "Annotation_original_spelling" ("Annotation_id");
CREATE INDEX "ix_Annotation_original_spelling_original_spelling" ON "Annotation_original_spelling" (original_spelling);

CREATE TABLE "ImageAnalysis_input" (
	"ImageAnalysis_id" TEXT,
	input_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", input_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(input_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_ImageAnalysis_input_ImageAnalysis_id" ON "ImageAnalysis_input" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_input_input_id" ON "ImageAnalysis_input" (input_id);

CREATE TABLE "ImageAnalysis_output" (
	"ImageAnalysis_id" TEXT,
	output_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", output_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(output_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_ImageAnalysis_output_output_id" ON "ImageAnalysis_output" (output_id);
CREATE INDEX "ix_ImageAnalysis_output_ImageAnalysis_id" ON "ImageAnalysis_output" ("ImageAnalysis_id");

CREATE TABLE "ImageAnalysis_protocol" (
	"ImageAnalysis_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", protocol_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_ImageAnalysis_protocol_ImageAnalysis_id" ON "ImageAnalysis_protocol" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_protocol_protocol_id" ON "ImageAnalysis_protocol" (protocol_id);

CREATE TABLE "ImageAnalysis_type" (
	"ImageAnalysis_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImageAnalysis_id", type),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_type_ImageAnalysis_id" ON "ImageAnalysis_type" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_type_type" ON "ImageAnalysis_type" (type);

CREATE TABLE "ImageAnalysis_description" (
	"ImageAnalysis_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImageAnalysis_id", description),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_description_description" ON "ImageAnalysis_description" (description);
CREATE INDEX "ix_ImageAnalysis_description_ImageAnalysis_id" ON "ImageAnalysis_description" ("ImageAnalysis_id");

CREATE TABLE "ImageAnalysis_identifier" (
	"ImageAnalysis_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImageAnalysis_id", identifier),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_identifier_ImageAnalysis_id" ON "ImageAnalysis_identifier" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_identifier_identifier" ON "ImageAnalysis_identifier" (identifier);

CREATE TABLE "ImageAnalysis_alternate_name" (
	"ImageAnalysis_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImageAnalysis_id", alternate_name),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_alternate_name_alternate_name" ON "ImageAnalysis_alternate_name" (alternate_name);
CREATE INDEX "ix_ImageAnalysis_alternate_name_ImageAnalysis_id" ON "ImageAnalysis_alternate_name" ("ImageAnalysis_id");

CREATE TABLE "ImageAnalysis_url" (
	"ImageAnalysis_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImageAnalysis_id", url),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_url_url" ON "ImageAnalysis_url" (url);
CREATE INDEX "ix_ImageAnalysis_url_ImageAnalysis_id" ON "ImageAnalysis_url" ("ImageAnalysis_id");

CREATE TABLE "ImageAnalysis_see_also" (
	"ImageAnalysis_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImageAnalysis_id", see_also),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_see_also_ImageAnalysis_id" ON "ImageAnalysis_see_also" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_see_also_see_also" ON "ImageAnalysis_see_also" (see_also);

CREATE TABLE "ImageAnalysis_keyword" (
	"ImageAnalysis_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImageAnalysis_id", keyword),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_keyword_ImageAnalysis_id" ON "ImageAnalysis_keyword" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_keyword_keyword" ON "ImageAnalysis_keyword" (keyword);

CREATE TABLE "ImageAnalysis_original_spelling" (
	"ImageAnalysis_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImageAnalysis_id", original_spelling),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_ImageAnalysis_original_spelling_ImageAnalysis_id" ON "ImageAnalysis_original_spelling" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_original_spelling_original_spelling" ON "ImageAnalysis_original_spelling" (original_spelling);

CREATE TABLE "StudyComponent" (
	part_of TEXT,
	component_type TEXT,
	image_count INTEGER,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(part_of) REFERENCES "Study" (id),
	FOREIGN KEY(component_type) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_StudyComponent_id" ON "StudyComponent" (id);

CREATE TABLE "Instrument" (
	located_in TEXT,
	commissioned TEXT,
	decommissioned TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(located_in) REFERENCES "Facility" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Instrument_id" ON "Instrument" (id);

CREATE TABLE "Entity_property" (
	"Entity_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Entity_id", property_id),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Entity_property_property_id" ON "Entity_property" (property_id);
CREATE INDEX "ix_Entity_property_Entity_id" ON "Entity_property" ("Entity_id");

CREATE TABLE "OntologyTerm_property" (
	"OntologyTerm_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("OntologyTerm_id", property_id),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_OntologyTerm_property_OntologyTerm_id" ON "OntologyTerm_property" ("OntologyTerm_id");
CREATE INDEX "ix_OntologyTerm_property_property_id" ON "OntologyTerm_property" (property_id);

CREATE TABLE "Taxon_property" (
	"Taxon_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Taxon_id", property_id),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Taxon_property_Taxon_id" ON "Taxon_property" ("Taxon_id");
CREATE INDEX "ix_Taxon_property_property_id" ON "Taxon_property" (property_id);

CREATE TABLE "Gene_property" (
	"Gene_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Gene_id", property_id),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Gene_property_Gene_id" ON "Gene_property" ("Gene_id");
CREATE INDEX "ix_Gene_property_property_id" ON "Gene_property" (property_id);

CREATE TABLE "PropertyValue_type" (
	"PropertyValue_id" TEXT,
	type TEXT,
	PRIMARY KEY ("PropertyValue_id", type),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_type_PropertyValue_id" ON "PropertyValue_type" ("PropertyValue_id");
CREATE INDEX "ix_PropertyValue_type_type" ON "PropertyValue_type" (type);

CREATE TABLE "PropertyValue_description" (
	"PropertyValue_id" TEXT,
	description TEXT,
	PRIMARY KEY ("PropertyValue_id", description),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_description_PropertyValue_id" ON "PropertyValue_description" ("PropertyValue_id");
CREATE INDEX "ix_PropertyValue_description_description" ON "PropertyValue_description" (description);

CREATE TABLE "PropertyValue_identifier" (
	"PropertyValue_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("PropertyValue_id", identifier),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_identifier_PropertyValue_id" ON "PropertyValue_identifier" ("PropertyValue_id");
CREATE INDEX "ix_PropertyValue_identifier_identifier" ON "PropertyValue_identifier" (identifier);

CREATE TABLE "PropertyValue_alternate_name" (
	"PropertyValue_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("PropertyValue_id", alternate_name),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_alternate_name_alternate_name" ON "PropertyValue_alternate_name" (alternate_name);
CREATE INDEX "ix_PropertyValue_alternate_name_PropertyValue_id" ON "PropertyValue_alternate_name" ("PropertyValue_id");

CREATE TABLE "PropertyValue_url" (
	"PropertyValue_id" TEXT,
	url TEXT,
	PRIMARY KEY ("PropertyValue_id", url),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_url_url" ON "PropertyValue_url" (url);
CREATE INDEX "ix_PropertyValue_url_PropertyValue_id" ON "PropertyValue_url" ("PropertyValue_id");

CREATE TABLE "PropertyValue_see_also" (
	"PropertyValue_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("PropertyValue_id", see_also),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_see_also_PropertyValue_id" ON "PropertyValue_see_also" ("PropertyValue_id");
CREATE INDEX "ix_PropertyValue_see_also_see_also" ON "PropertyValue_see_also" (see_also);

CREATE TABLE "PropertyValue_keyword" (
	"PropertyValue_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("PropertyValue_id", keyword),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_keyword_keyword" ON "PropertyValue_keyword" (keyword);
CREATE INDEX "ix_PropertyValue_keyword_PropertyValue_id" ON "PropertyValue_keyword" ("PropertyValue_id");

CREATE TABLE "PropertyValue_property" (
	"PropertyValue_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("PropertyValue_id", property_id),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_property_PropertyValue_id" ON "PropertyValue_property" ("PropertyValue_id");
CREATE INDEX "ix_PropertyValue_property_property_id" ON "PropertyValue_property" (property_id);

CREATE TABLE "PropertyValue_original_spelling" (
	"PropertyValue_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("PropertyValue_id", original_spelling),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_PropertyValue_original_spelling_original_spelling" ON "PropertyValue_original_spelling" (original_spelling);
CREATE INDEX "ix_PropertyValue_original_spelling_PropertyValue_id" ON "PropertyValue_original_spelling" ("PropertyValue_id");

CREATE TABLE "Quantity_property" (
	"Quantity_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Quantity_id", property_id),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Quantity_property_Quantity_id" ON "Quantity_property" ("Quantity_id");
CREATE INDEX "ix_Quantity_property_property_id" ON "Quantity_property" (property_id);

CREATE TABLE "DataSize_property" (
	"DataSize_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("DataSize_id", property_id),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_DataSize_property_property_id" ON "DataSize_property" (property_id);
CREATE INDEX "ix_DataSize_property_DataSize_id" ON "DataSize_property" ("DataSize_id");

CREATE TABLE "Person_property" (
	"Person_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Person_id", property_id),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Person_property_Person_id" ON "Person_property" ("Person_id");
CREATE INDEX "ix_Person_property_property_id" ON "Person_property" (property_id);

CREATE TABLE "Organisation_property" (
	"Organisation_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Organisation_id", property_id),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Organisation_property_property_id" ON "Organisation_property" (property_id);
CREATE INDEX "ix_Organisation_property_Organisation_id" ON "Organisation_property" ("Organisation_id");

CREATE TABLE "Facility_type" (
	"Facility_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Facility_id", type),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_type_type" ON "Facility_type" (type);
CREATE INDEX "ix_Facility_type_Facility_id" ON "Facility_type" ("Facility_id");

CREATE TABLE "Facility_description" (
	"Facility_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Facility_id", description),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_description_Facility_id" ON "Facility_description" ("Facility_id");
CREATE INDEX "ix_Facility_description_description" ON "Facility_description" (description);

CREATE TABLE "Facility_identifier" (
	"Facility_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Facility_id", identifier),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_identifier_Facility_id" ON "Facility_identifier" ("Facility_id");
CREATE INDEX "ix_Facility_identifier_identifier" ON "Facility_identifier" (identifier);

CREATE TABLE "Facility_alternate_name" (
	"Facility_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Facility_id", alternate_name),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_alternate_name_alternate_name" ON "Facility_alternate_name" (alternate_name);
CREATE INDEX "ix_Facility_alternate_name_Facility_id" ON "Facility_alternate_name" ("Facility_id");

CREATE TABLE "Facility_url" (
	"Facility_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Facility_id", url),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_url_url" ON "Facility_url" (url);
CREATE INDEX "ix_Facility_url_Facility_id" ON "Facility_url" ("Facility_id");

CREATE TABLE "Facility_see_also" (
	"Facility_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Facility_id", see_also),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_see_also_Facility_id" ON "Facility_see_also" ("Facility_id");
CREATE INDEX "ix_Facility_see_also_see_also" ON "Facility_see_also" (see_also);

CREATE TABLE "Facility_keyword" (
	"Facility_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Facility_id", keyword),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_keyword_Facility_id" ON "Facility_keyword" ("Facility_id");
CREATE INDEX "ix_Facility_keyword_keyword" ON "Facility_keyword" (keyword);

CREATE TABLE "Facility_property" (
	"Facility_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Facility_id", property_id),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Facility_property_property_id" ON "Facility_property" (property_id);
CREATE INDEX "ix_Facility_property_Facility_id" ON "Facility_property" ("Facility_id");

CREATE TABLE "Facility_original_spelling" (
	"Facility_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Facility_id", original_spelling),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);
CREATE INDEX "ix_Facility_original_spelling_Facility_id" ON "Facility_original_spelling" ("Facility_id");
CREATE INDEX "ix_Facility_original_spelling_original_spelling" ON "Facility_original_spelling" (original_spelling);

CREATE TABLE "Grant_property" (
	"Grant_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Grant_id", property_id),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Grant_property_property_id" ON "Grant_property" (property_id);
CREATE INDEX "ix_Grant_property_Grant_id" ON "Grant_property" ("Grant_id");

CREATE TABLE "Publication_property" (
	"Publication_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Publication_id", property_id),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Publication_property_property_id" ON "Publication_property" (property_id);
CREATE INDEX "ix_Publication_property_Publication_id" ON "Publication_property" ("Publication_id");

CREATE TABLE "Study_study_type" (
	"Study_id" TEXT,
	study_type_id TEXT,
	PRIMARY KEY ("Study_id", study_type_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(study_type_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Study_study_type_Study_id" ON "Study_study_type" ("Study_id");
CREATE INDEX "ix_Study_study_type_study_type_id" ON "Study_study_type" (study_type_id);

CREATE TABLE "Study_author" (
	"Study_id" TEXT,
	author_id TEXT,
	PRIMARY KEY ("Study_id", author_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(author_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Study_author_Study_id" ON "Study_author" ("Study_id");
CREATE INDEX "ix_Study_author_author_id" ON "Study_author" (author_id);

CREATE TABLE "Study_contributor" (
	"Study_id" TEXT,
	contributor_id TEXT,
	PRIMARY KEY ("Study_id", contributor_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(contributor_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Study_contributor_Study_id" ON "Study_contributor" ("Study_id");
CREATE INDEX "ix_Study_contributor_contributor_id" ON "Study_contributor" (contributor_id);

CREATE TABLE "Study_about" (
	"Study_id" TEXT,
	about_id TEXT,
	PRIMARY KEY ("Study_id", about_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(about_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Study_about_about_id" ON "Study_about" (about_id);
CREATE INDEX "ix_Study_about_Study_id" ON "Study_about" ("Study_id");

CREATE TABLE "Study_organism" (
	"Study_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Study_id", organism_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Study_organism_Study_id" ON "Study_organism" ("Study_id");
CREATE INDEX "ix_Study_organism_organism_id" ON "Study_organism" (organism_id);

CREATE TABLE "Study_imaging_method" (
	"Study_id" TEXT,
	imaging_method_id TEXT,
	PRIMARY KEY ("Study_id", imaging_method_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(imaging_method_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Study_imaging_method_imaging_method_id" ON "Study_imaging_method" (imaging_method_id);
CREATE INDEX "ix_Study_imaging_method_Study_id" ON "Study_imaging_method" ("Study_id");

CREATE TABLE "Study_biosample" (
	"Study_id" TEXT,
	biosample_id TEXT,
	PRIMARY KEY ("Study_id", biosample_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(biosample_id) REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Study_biosample_Study_id" ON "Study_biosample" ("Study_id");
CREATE INDEX "ix_Study_biosample_biosample_id" ON "Study_biosample" (biosample_id);

CREATE TABLE "Study_specimen" (
	"Study_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("Study_id", specimen_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Study_specimen_Study_id" ON "Study_specimen" ("Study_id");
CREATE INDEX "ix_Study_specimen_specimen_id" ON "Study_specimen" (specimen_id);

CREATE TABLE "Study_protocol" (
	"Study_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("Study_id", protocol_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Study_protocol_Study_id" ON "Study_protocol" ("Study_id");
CREATE INDEX "ix_Study_protocol_protocol_id" ON "Study_protocol" (protocol_id);

CREATE TABLE "Study_reagent" (
	"Study_id" TEXT,
	reagent_id TEXT,
	PRIMARY KEY ("Study_id", reagent_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(reagent_id) REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Study_reagent_reagent_id" ON "Study_reagent" (reagent_id);
CREATE INDEX "ix_Study_reagent_Study_id" ON "Study_reagent" ("Study_id");

CREATE TABLE "Study_acquisition" (
	"Study_id" TEXT,
	acquisition_id TEXT,
	PRIMARY KEY ("Study_id", acquisition_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(acquisition_id) REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_Study_acquisition_acquisition_id" ON "Study_acquisition" (acquisition_id);
CREATE INDEX "ix_Study_acquisition_Study_id" ON "Study_acquisition" ("Study_id");

CREATE TABLE "Study_image" (
	"Study_id" TEXT,
	image_id TEXT,
	PRIMARY KEY ("Study_id", image_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(image_id) REFERENCES "Image" (id)
);
CREATE INDEX "ix_Study_image_Study_id" ON "Study_image" ("Study_id");
CREATE INDEX "ix_Study_image_image_id" ON "Study_image" (image_id);

CREATE TABLE "Study_correlation" (
	"Study_id" TEXT,
	correlation_id TEXT,
	PRIMARY KEY ("Study_id", correlation_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(correlation_id) REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_Study_correlation_Study_id" ON "Study_correlation" ("Study_id");
CREATE INDEX "ix_Study_correlation_correlation_id" ON "Study_correlation" (correlation_id);

CREATE TABLE "Study_annotation" (
	"Study_id" TEXT,
	annotation_id TEXT,
	PRIMARY KEY ("Study_id", annotation_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(annotation_id) REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_Study_annotation_annotation_id" ON "Study_annotation" (annotation_id);
CREATE INDEX "ix_Study_annotation_Study_id" ON "Study_annotation" ("Study_id");

CREATE TABLE "Study_analysis" (
	"Study_id" TEXT,
	analysis_id TEXT,
	PRIMARY KEY ("Study_id", analysis_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(analysis_id) REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_Study_analysis_analysis_id" ON "Study_analysis" (analysis_id);
CREATE INDEX "ix_Study_analysis_Study_id" ON "Study_analysis" ("Study_id");

CREATE TABLE "Study_quality_control" (
	"Study_id" TEXT,
	quality_control_id TEXT,
	PRIMARY KEY ("Study_id", quality_control_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(quality_control_id) REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_Study_quality_control_quality_control_id" ON "Study_quality_control" (quality_control_id);
CREATE INDEX "ix_Study_quality_control_Study_id" ON "Study_quality_control" ("Study_id");

CREATE TABLE "Study_publication" (
	"Study_id" TEXT,
	publication_id TEXT,
	PRIMARY KEY ("Study_id", publication_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(publication_id) REFERENCES "Publication" (id)
);
CREATE INDEX "ix_Study_publication_Study_id" ON "Study_publication" ("Study_id");
CREATE INDEX "ix_Study_publication_publication_id" ON "Study_publication" (publication_id);

CREATE TABLE "Study_funder" (
	"Study_id" TEXT,
	funder_id TEXT,
	PRIMARY KEY ("Study_id", funder_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(funder_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Study_funder_Study_id" ON "Study_funder" ("Study_id");
CREATE INDEX "ix_Study_funder_funder_id" ON "Study_funder" (funder_id);

CREATE TABLE "Study_size" (
	"Study_id" TEXT,
	size_id TEXT,
	PRIMARY KEY ("Study_id", size_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(size_id) REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_Study_size_size_id" ON "Study_size" (size_id);
CREATE INDEX "ix_Study_size_Study_id" ON "Study_size" ("Study_id");

CREATE TABLE "Study_thumbnail" (
	"Study_id" TEXT,
	thumbnail TEXT,
	PRIMARY KEY ("Study_id", thumbnail),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_thumbnail_Study_id" ON "Study_thumbnail" ("Study_id");
CREATE INDEX "ix_Study_thumbnail_thumbnail" ON "Study_thumbnail" (thumbnail);

CREATE TABLE "Study_phenotype" (
	"Study_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Study_id", phenotype_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Study_phenotype_Study_id" ON "Study_phenotype" ("Study_id");
CREATE INDEX "ix_Study_phenotype_phenotype_id" ON "Study_phenotype" (phenotype_id);

CREATE TABLE "Study_type" (
	"Study_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Study_id", type),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_type_Study_id" ON "Study_type" ("Study_id");
CREATE INDEX "ix_Study_type_type" ON "Study_type" (type);

CREATE TABLE "Study_description" (
	"Study_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Study_id", description),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_description_Study_id" ON "Study_description" ("Study_id");
CREATE INDEX "ix_Study_description_description" ON "Study_description" (description);

CREATE TABLE "Study_identifier" (
	"Study_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Study_id", identifier),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_identifier_Study_id" ON "Study_identifier" ("Study_id");
CREATE INDEX "ix_Study_identifier_identifier" ON "Study_identifier" (identifier);

CREATE TABLE "Study_alternate_name" (
	"Study_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Study_id", alternate_name),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_alternate_name_alternate_name" ON "Study_alternate_name" (alternate_name);
CREATE INDEX "ix_Study_alternate_name_Study_id" ON "Study_alternate_name" ("Study_id");

CREATE TABLE "Study_url" (
	"Study_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Study_id", url),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_url_Study_id" ON "Study_url" ("Study_id");
CREATE INDEX "ix_Study_url_url" ON "Study_url" (url);

CREATE TABLE "Study_see_also" (
	"Study_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Study_id", see_also),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_see_also_Study_id" ON "Study_see_also" ("Study_id");
CREATE INDEX "ix_Study_see_also_see_also" ON "Study_see_also" (see_also);

CREATE TABLE "Study_keyword" (
	"Study_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Study_id", keyword),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_keyword_keyword" ON "Study_keyword" (keyword);
CREATE INDEX "ix_Study_keyword_Study_id" ON "Study_keyword" ("Study_id");

CREATE TABLE "Study_property" (
	"Study_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Study_id", property_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Study_property_Study_id" ON "Study_property" ("Study_id");
CREATE INDEX "ix_Study_property_property_id" ON "Study_property" (property_id);

CREATE TABLE "Study_original_spelling" (
	"Study_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Study_id", original_spelling),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);
CREATE INDEX "ix_Study_original_spelling_original_spelling" ON "Study_original_spelling" (original_spelling);
CREATE INDEX "ix_Study_original_spelling_Study_id" ON "Study_original_spelling" ("Study_id");

CREATE TABLE "Biosample_property" (
	"Biosample_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Biosample_id", property_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Biosample_property_property_id" ON "Biosample_property" (property_id);
CREATE INDEX "ix_Biosample_property_Biosample_id" ON "Biosample_property" ("Biosample_id");

CREATE TABLE "Specimen_biosample" (
	"Specimen_id" TEXT,
	biosample_id TEXT,
	PRIMARY KEY ("Specimen_id", biosample_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(biosample_id) REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_Specimen_biosample_biosample_id" ON "Specimen_biosample" (biosample_id);
CREATE INDEX "ix_Specimen_biosample_Specimen_id" ON "Specimen_biosample" ("Specimen_id");

CREATE TABLE "Specimen_preparation" (
	"Specimen_id" TEXT,
	preparation_id TEXT,
	PRIMARY KEY ("Specimen_id", preparation_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(preparation_id) REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_Specimen_preparation_Specimen_id" ON "Specimen_preparation" ("Specimen_id");
CREATE INDEX "ix_Specimen_preparation_preparation_id" ON "Specimen_preparation" (preparation_id);

CREATE TABLE "Specimen_fixation" (
	"Specimen_id" TEXT,
	fixation_id TEXT,
	PRIMARY KEY ("Specimen_id", fixation_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(fixation_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Specimen_fixation_Specimen_id" ON "Specimen_fixation" ("Specimen_id");
CREATE INDEX "ix_Specimen_fixation_fixation_id" ON "Specimen_fixation" (fixation_id);

CREATE TABLE "Specimen_labelling" (
	"Specimen_id" TEXT,
	labelling_id TEXT,
	PRIMARY KEY ("Specimen_id", labelling_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(labelling_id) REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Specimen_labelling_labelling_id" ON "Specimen_labelling" (labelling_id);
CREATE INDEX "ix_Specimen_labelling_Specimen_id" ON "Specimen_labelling" ("Specimen_id");

CREATE TABLE "Specimen_organism" (
	"Specimen_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Specimen_id", organism_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_Specimen_organism_organism_id" ON "Specimen_organism" (organism_id);
CREATE INDEX "ix_Specimen_organism_Specimen_id" ON "Specimen_organism" ("Specimen_id");

CREATE TABLE "Specimen_cell_line" (
	"Specimen_id" TEXT,
	cell_line_id TEXT,
	PRIMARY KEY ("Specimen_id", cell_line_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(cell_line_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Specimen_cell_line_Specimen_id" ON "Specimen_cell_line" ("Specimen_id");
CREATE INDEX "ix_Specimen_cell_line_cell_line_id" ON "Specimen_cell_line" (cell_line_id);

CREATE TABLE "Specimen_gene" (
	"Specimen_id" TEXT,
	gene_id TEXT,
	PRIMARY KEY ("Specimen_id", gene_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(gene_id) REFERENCES "Gene" (id)
);
CREATE INDEX "ix_Specimen_gene_Specimen_id" ON "Specimen_gene" ("Specimen_id");
CREATE INDEX "ix_Specimen_gene_gene_id" ON "Specimen_gene" (gene_id);

CREATE TABLE "Specimen_compound" (
	"Specimen_id" TEXT,
	compound_id TEXT,
	PRIMARY KEY ("Specimen_id", compound_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(compound_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Specimen_compound_compound_id" ON "Specimen_compound" (compound_id);
CREATE INDEX "ix_Specimen_compound_Specimen_id" ON "Specimen_compound" ("Specimen_id");

CREATE TABLE "Specimen_phenotype" (
	"Specimen_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Specimen_id", phenotype_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_Specimen_phenotype_Specimen_id" ON "Specimen_phenotype" ("Specimen_id");
CREATE INDEX "ix_Specimen_phenotype_phenotype_id" ON "Specimen_phenotype" (phenotype_id);

CREATE TABLE "Specimen_biological_entity" (
	"Specimen_id" TEXT,
	biological_entity_id TEXT,
	PRIMARY KEY ("Specimen_id", biological_entity_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(biological_entity_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Specimen_biological_entity_Specimen_id" ON "Specimen_biological_entity" ("Specimen_id");
CREATE INDEX "ix_Specimen_biological_entity_biological_entity_id" ON "Specimen_biological_entity" (biological_entity_id);

CREATE TABLE "Specimen_disease" (
	"Specimen_id" TEXT,
	disease_id TEXT,
	PRIMARY KEY ("Specimen_id", disease_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(disease_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Specimen_disease_disease_id" ON "Specimen_disease" (disease_id);
CREATE INDEX "ix_Specimen_disease_Specimen_id" ON "Specimen_disease" ("Specimen_id");

CREATE TABLE "Specimen_type" (
	"Specimen_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Specimen_id", type),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_type_Specimen_id" ON "Specimen_type" ("Specimen_id");
CREATE INDEX "ix_Specimen_type_type" ON "Specimen_type" (type);

CREATE TABLE "Specimen_description" (
	"Specimen_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Specimen_id", description),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_description_description" ON "Specimen_description" (description);
CREATE INDEX "ix_Specimen_description_Specimen_id" ON "Specimen_description" ("Specimen_id");

CREATE TABLE "Specimen_identifier" (
	"Specimen_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Specimen_id", identifier),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_identifier_identifier" ON "Specimen_identifier" (identifier);
CREATE INDEX "ix_Specimen_identifier_Specimen_id" ON "Specimen_identifier" ("Specimen_id");

CREATE TABLE "Specimen_alternate_name" (
	"Specimen_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Specimen_id", alternate_name),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_alternate_name_Specimen_id" ON "Specimen_alternate_name" ("Specimen_id");
CREATE INDEX "ix_Specimen_alternate_name_alternate_name" ON "Specimen_alternate_name" (alternate_name);

CREATE TABLE "Specimen_url" (
	"Specimen_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Specimen_id", url),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_url_url" ON "Specimen_url" (url);
CREATE INDEX "ix_Specimen_url_Specimen_id" ON "Specimen_url" ("Specimen_id");

CREATE TABLE "Specimen_see_also" (
	"Specimen_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Specimen_id", see_also),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_see_also_see_also" ON "Specimen_see_also" (see_also);
CREATE INDEX "ix_Specimen_see_also_Specimen_id" ON "Specimen_see_also" ("Specimen_id");

CREATE TABLE "Specimen_keyword" (
	"Specimen_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Specimen_id", keyword),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_keyword_Specimen_id" ON "Specimen_keyword" ("Specimen_id");
CREATE INDEX "ix_Specimen_keyword_keyword" ON "Specimen_keyword" (keyword);

CREATE TABLE "Specimen_property" (
	"Specimen_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Specimen_id", property_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Specimen_property_property_id" ON "Specimen_property" (property_id);
CREATE INDEX "ix_Specimen_property_Specimen_id" ON "Specimen_property" ("Specimen_id");

CREATE TABLE "Specimen_original_spelling" (
	"Specimen_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Specimen_id", original_spelling),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Specimen_original_spelling_Specimen_id" ON "Specimen_original_spelling" ("Specimen_id");
CREATE INDEX "ix_Specimen_original_spelling_original_spelling" ON "Specimen_original_spelling" (original_spelling);

CREATE TABLE "Labelling_reagent" (
	"Labelling_id" TEXT,
	reagent_id TEXT,
	PRIMARY KEY ("Labelling_id", reagent_id),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id),
	FOREIGN KEY(reagent_id) REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Labelling_reagent_Labelling_id" ON "Labelling_reagent" ("Labelling_id");
CREATE INDEX "ix_Labelling_reagent_reagent_id" ON "Labelling_reagent" (reagent_id);

CREATE TABLE "Labelling_property" (
	"Labelling_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Labelling_id", property_id),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Labelling_property_property_id" ON "Labelling_property" (property_id);
CREATE INDEX "ix_Labelling_property_Labelling_id" ON "Labelling_property" ("Labelling_id");

CREATE TABLE "Phenotype_property" (
	"Phenotype_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Phenotype_id", property_id),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Phenotype_property_property_id" ON "Phenotype_property" (property_id);
CREATE INDEX "ix_Phenotype_property_Phenotype_id" ON "Phenotype_property" ("Phenotype_id");

CREATE TABLE "Protocol_property" (
	"Protocol_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Protocol_id", property_id),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Protocol_property_Protocol_id" ON "Protocol_property" ("Protocol_id");
CREATE INDEX "ix_Protocol_property_property_id" ON "Protocol_property" (property_id);

CREATE TABLE "Reagent_type" (
	"Reagent_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Reagent_id", type),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_type_type" ON "Reagent_type" (type);
CREATE INDEX "ix_Reagent_type_Reagent_id" ON "Reagent_type" ("Reagent_id");

CREATE TABLE "Reagent_description" (
	"Reagent_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Reagent_id", description),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_description_description" ON "Reagent_description" (description);
CREATE INDEX "ix_Reagent_description_Reagent_id" ON "Reagent_description" ("Reagent_id");

CREATE TABLE "Reagent_identifier" (
	"Reagent_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Reagent_id", identifier),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_identifier_identifier" ON "Reagent_identifier" (identifier);
CREATE INDEX "ix_Reagent_identifier_Reagent_id" ON "Reagent_identifier" ("Reagent_id");

CREATE TABLE "Reagent_alternate_name" (
	"Reagent_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Reagent_id", alternate_name),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_alternate_name_Reagent_id" ON "Reagent_alternate_name" ("Reagent_id");
CREATE INDEX "ix_Reagent_alternate_name_alternate_name" ON "Reagent_alternate_name" (alternate_name);

CREATE TABLE "Reagent_url" (
	"Reagent_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Reagent_id", url),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_url_Reagent_id" ON "Reagent_url" ("Reagent_id");
CREATE INDEX "ix_Reagent_url_url" ON "Reagent_url" (url);

CREATE TABLE "Reagent_see_also" (
	"Reagent_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Reagent_id", see_also),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_see_also_see_also" ON "Reagent_see_also" (see_also);
CREATE INDEX "ix_Reagent_see_also_Reagent_id" ON "Reagent_see_also" ("Reagent_id");

CREATE TABLE "Reagent_keyword" (
	"Reagent_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Reagent_id", keyword),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_keyword_keyword" ON "Reagent_keyword" (keyword);
CREATE INDEX "ix_Reagent_keyword_Reagent_id" ON "Reagent_keyword" ("Reagent_id");

CREATE TABLE "Reagent_property" (
	"Reagent_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Reagent_id", property_id),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Reagent_property_Reagent_id" ON "Reagent_property" ("Reagent_id");
CREATE INDEX "ix_Reagent_property_property_id" ON "Reagent_property" (property_id);

CREATE TABLE "Reagent_original_spelling" (
	"Reagent_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Reagent_id", original_spelling),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_Reagent_original_spelling_original_spelling" ON "Reagent_original_spelling" (original_spelling);
CREATE INDEX "ix_Reagent_original_spelling_Reagent_id" ON "Reagent_original_spelling" ("Reagent_id");

CREATE TABLE "Antibody_target" (
	"Antibody_id" TEXT,
	target_id TEXT,
	PRIMARY KEY ("Antibody_id", target_id),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id),
	FOREIGN KEY(target_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Antibody_target_Antibody_id" ON "Antibody_target" ("Antibody_id");
CREATE INDEX "ix_Antibody_target_target_id" ON "Antibody_target" (target_id);

CREATE TABLE "Antibody_type" (
	"Antibody_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Antibody_id", type),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_type_Antibody_id" ON "Antibody_type" ("Antibody_id");
CREATE INDEX "ix_Antibody_type_type" ON "Antibody_type" (type);

CREATE TABLE "Antibody_description" (
	"Antibody_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Antibody_id", description),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_description_description" ON "Antibody_description" (description);
CREATE INDEX "ix_Antibody_description_Antibody_id" ON "Antibody_description" ("Antibody_id");

CREATE TABLE "Antibody_identifier" (
	"Antibody_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Antibody_id", identifier),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_identifier_Antibody_id" ON "Antibody_identifier" ("Antibody_id");
CREATE INDEX "ix_Antibody_identifier_identifier" ON "Antibody_identifier" (identifier);

CREATE TABLE "Antibody_alternate_name" (
	"Antibody_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Antibody_id", alternate_name),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_alternate_name_Antibody_id" ON "Antibody_alternate_name" ("Antibody_id");
CREATE INDEX "ix_Antibody_alternate_name_alternate_name" ON "Antibody_alternate_name" (alternate_name);

CREATE TABLE "Antibody_url" (
	"Antibody_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Antibody_id", url),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_url_url" ON "Antibody_url" (url);
CREATE INDEX "ix_Antibody_url_Antibody_id" ON "Antibody_url" ("Antibody_id");

CREATE TABLE "Antibody_see_also" (
	"Antibody_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Antibody_id", see_also),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_see_also_Antibody_id" ON "Antibody_see_also" ("Antibody_id");
CREATE INDEX "ix_Antibody_see_also_see_also" ON "Antibody_see_also" (see_also);

CREATE TABLE "Antibody_keyword" (
	"Antibody_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Antibody_id", keyword),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_keyword_keyword" ON "Antibody_keyword" (keyword);
CREATE INDEX "ix_Antibody_keyword_Antibody_id" ON "Antibody_keyword" ("Antibody_id");

CREATE TABLE "Antibody_property" (
	"Antibody_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Antibody_id", property_id),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Antibody_property_Antibody_id" ON "Antibody_property" ("Antibody_id");
CREATE INDEX "ix_Antibody_property_property_id" ON "Antibody_property" (property_id);

CREATE TABLE "Antibody_original_spelling" (
	"Antibody_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Antibody_id", original_spelling),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);
CREATE INDEX "ix_Antibody_original_spelling_Antibody_id" ON "Antibody_original_spelling" ("Antibody_id");
CREATE INDEX "ix_Antibody_original_spelling_original_spelling" ON "Antibody_original_spelling" (original_spelling);

CREATE TABLE "Compound_type" (
	"Compound_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Compound_id", type),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_type_Compound_id" ON "Compound_type" ("Compound_id");
CREATE INDEX "ix_Compound_type_type" ON "Compound_type" (type);

CREATE TABLE "Compound_description" (
	"Compound_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Compound_id", description),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_description_description" ON "Compound_description" (description);
CREATE INDEX "ix_Compound_description_Compound_id" ON "Compound_description" ("Compound_id");

CREATE TABLE "Compound_identifier" (
	"Compound_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Compound_id", identifier),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_identifier_identifier" ON "Compound_identifier" (identifier);
CREATE INDEX "ix_Compound_identifier_Compound_id" ON "Compound_identifier" ("Compound_id");

CREATE TABLE "Compound_alternate_name" (
	"Compound_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Compound_id", alternate_name),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_alternate_name_Compound_id" ON "Compound_alternate_name" ("Compound_id");
CREATE INDEX "ix_Compound_alternate_name_alternate_name" ON "Compound_alternate_name" (alternate_name);

CREATE TABLE "Compound_url" (
	"Compound_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Compound_id", url),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_url_url" ON "Compound_url" (url);
CREATE INDEX "ix_Compound_url_Compound_id" ON "Compound_url" ("Compound_id");

CREATE TABLE "Compound_see_also" (
	"Compound_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Compound_id", see_also),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_see_also_Compound_id" ON "Compound_see_also" ("Compound_id");
CREATE INDEX "ix_Compound_see_also_see_also" ON "Compound_see_also" (see_also);

CREATE TABLE "Compound_keyword" (
	"Compound_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Compound_id", keyword),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_keyword_keyword" ON "Compound_keyword" (keyword);
CREATE INDEX "ix_Compound_keyword_Compound_id" ON "Compound_keyword" ("Compound_id");

CREATE TABLE "Compound_property" (
	"Compound_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Compound_id", property_id),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Compound_property_Compound_id" ON "Compound_property" ("Compound_id");
CREATE INDEX "ix_Compound_property_property_id" ON "Compound_property" (property_id);

CREATE TABLE "Compound_original_spelling" (
	"Compound_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Compound_id", original_spelling),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);
CREATE INDEX "ix_Compound_original_spelling_original_spelling" ON "Compound_original_spelling" (original_spelling);
CREATE INDEX "ix_Compound_original_spelling_Compound_id" ON "Compound_original_spelling" ("Compound_id");

CREATE TABLE "Library_type" (
	"Library_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Library_id", type),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_type_type" ON "Library_type" (type);
CREATE INDEX "ix_Library_type_Library_id" ON "Library_type" ("Library_id");

CREATE TABLE "Library_description" (
	"Library_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Library_id", description),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_description_Library_id" ON "Library_description" ("Library_id");
CREATE INDEX "ix_Library_description_description" ON "Library_description" (description);

CREATE TABLE "Library_identifier" (
	"Library_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Library_id", identifier),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_identifier_identifier" ON "Library_identifier" (identifier);
CREATE INDEX "ix_Library_identifier_Library_id" ON "Library_identifier" ("Library_id");

CREATE TABLE "Library_alternate_name" (
	"Library_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Library_id", alternate_name),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_alternate_name_Library_id" ON "Library_alternate_name" ("Library_id");
CREATE INDEX "ix_Library_alternate_name_alternate_name" ON "Library_alternate_name" (alternate_name);

CREATE TABLE "Library_url" (
	"Library_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Library_id", url),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_url_url" ON "Library_url" (url);
CREATE INDEX "ix_Library_url_Library_id" ON "Library_url" ("Library_id");

CREATE TABLE "Library_see_also" (
	"Library_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Library_id", see_also),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_see_also_Library_id" ON "Library_see_also" ("Library_id");
CREATE INDEX "ix_Library_see_also_see_also" ON "Library_see_also" (see_also);

CREATE TABLE "Library_keyword" (
	"Library_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Library_id", keyword),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_keyword_keyword" ON "Library_keyword" (keyword);
CREATE INDEX "ix_Library_keyword_Library_id" ON "Library_keyword" ("Library_id");

CREATE TABLE "Library_property" (
	"Library_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Library_id", property_id),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Library_property_Library_id" ON "Library_property" ("Library_id");
CREATE INDEX "ix_Library_property_property_id" ON "Library_property" (property_id);

CREATE TABLE "Library_original_spelling" (
	"Library_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Library_id", original_spelling),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);
CREATE INDEX "ix_Library_original_spelling_original_spelling" ON "Library_original_spelling" (original_spelling);
CREATE INDEX "ix_Library_original_spelling_Library_id" ON "Library_original_spelling" ("Library_id");

CREATE TABLE "Software_type" (
	"Software_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Software_id", type),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_type_type" ON "Software_type" (type);
CREATE INDEX "ix_Software_type_Software_id" ON "Software_type" ("Software_id");

CREATE TABLE "Software_description" (
	"Software_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Software_id", description),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_description_description" ON "Software_description" (description);
CREATE INDEX "ix_Software_description_Software_id" ON "Software_description" ("Software_id");

CREATE TABLE "Software_identifier" (
	"Software_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Software_id", identifier),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_identifier_Software_id" ON "Software_identifier" ("Software_id");
CREATE INDEX "ix_Software_identifier_identifier" ON "Software_identifier" (identifier);

CREATE TABLE "Software_alternate_name" (
	"Software_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Software_id", alternate_name),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_alternate_name_alternate_name" ON "Software_alternate_name" (alternate_name);
CREATE INDEX "ix_Software_alternate_name_Software_id" ON "Software_alternate_name" ("Software_id");

CREATE TABLE "Software_url" (
	"Software_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Software_id", url),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_url_url" ON "Software_url" (url);
CREATE INDEX "ix_Software_url_Software_id" ON "Software_url" ("Software_id");

CREATE TABLE "Software_see_also" (
	"Software_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Software_id", see_also),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_see_also_Software_id" ON "Software_see_also" ("Software_id");
CREATE INDEX "ix_Software_see_also_see_also" ON "Software_see_also" (see_also);

CREATE TABLE "Software_keyword" (
	"Software_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Software_id", keyword),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_keyword_Software_id" ON "Software_keyword" ("Software_id");
CREATE INDEX "ix_Software_keyword_keyword" ON "Software_keyword" (keyword);

CREATE TABLE "Software_property" (
	"Software_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Software_id", property_id),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Software_property_property_id" ON "Software_property" (property_id);
CREATE INDEX "ix_Software_property_Software_id" ON "Software_property" ("Software_id");

CREATE TABLE "Software_original_spelling" (
	"Software_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Software_id", original_spelling),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);
CREATE INDEX "ix_Software_original_spelling_Software_id" ON "Software_original_spelling" ("Software_id");
CREATE INDEX "ix_Software_original_spelling_original_spelling" ON "Software_original_spelling" (original_spelling);

CREATE TABLE "ImageAcquisition_imaging_method" (
	"ImageAcquisition_id" TEXT,
	imaging_method_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", imaging_method_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(imaging_method_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_ImageAcquisition_imaging_method_imaging_method_id" ON "ImageAcquisition_imaging_method" (imaging_method_id);
CREATE INDEX "ix_ImageAcquisition_imaging_method_ImageAcquisition_id" ON "ImageAcquisition_imaging_method" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_operator" (
	"ImageAcquisition_id" TEXT,
	operator_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", operator_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(operator_id) REFERENCES "Person" (id)
);
CREATE INDEX "ix_ImageAcquisition_operator_operator_id" ON "ImageAcquisition_operator" (operator_id);
CREATE INDEX "ix_ImageAcquisition_operator_ImageAcquisition_id" ON "ImageAcquisition_operator" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_software" (
	"ImageAcquisition_id" TEXT,
	software_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", software_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(software_id) REFERENCES "Software" (id)
);
CREATE INDEX "ix_ImageAcquisition_software_ImageAcquisition_id" ON "ImageAcquisition_software" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_software_software_id" ON "ImageAcquisition_software" (software_id);

CREATE TABLE "ImageAcquisition_protocol" (
	"ImageAcquisition_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", protocol_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_ImageAcquisition_protocol_protocol_id" ON "ImageAcquisition_protocol" (protocol_id);
CREATE INDEX "ix_ImageAcquisition_protocol_ImageAcquisition_id" ON "ImageAcquisition_protocol" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_specimen" (
	"ImageAcquisition_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", specimen_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_ImageAcquisition_specimen_specimen_id" ON "ImageAcquisition_specimen" (specimen_id);
CREATE INDEX "ix_ImageAcquisition_specimen_ImageAcquisition_id" ON "ImageAcquisition_specimen" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_experiment_type" (
	"ImageAcquisition_id" TEXT,
	experiment_type TEXT,
	PRIMARY KEY ("ImageAcquisition_id", experiment_type),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_experiment_type_ImageAcquisition_id" ON "ImageAcquisition_experiment_type" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_experiment_type_experiment_type" ON "ImageAcquisition_experiment_type" (experiment_type);

CREATE TABLE "ImageAcquisition_parameters" (
	"ImageAcquisition_id" TEXT,
	parameters TEXT,
	PRIMARY KEY ("ImageAcquisition_id", parameters),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_parameters_parameters" ON "ImageAcquisition_parameters" (parameters);
CREATE INDEX "ix_ImageAcquisition_parameters_ImageAcquisition_id" ON "ImageAcquisition_parameters" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_type" (
	"ImageAcquisition_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImageAcquisition_id", type),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_type_ImageAcquisition_id" ON "ImageAcquisition_type" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_type_type" ON "ImageAcquisition_type" (type);

CREATE TABLE "ImageAcquisition_description" (
	"ImageAcquisition_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImageAcquisition_id", description),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_description_ImageAcquisition_id" ON "ImageAcquisition_description" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_description_description" ON "ImageAcquisition_description" (description);

CREATE TABLE "ImageAcquisition_identifier" (
	"ImageAcquisition_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImageAcquisition_id", identifier),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_identifier_ImageAcquisition_id" ON "ImageAcquisition_identifier" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_identifier_identifier" ON "ImageAcquisition_identifier" (identifier);

CREATE TABLE "ImageAcquisition_alternate_name" (
	"ImageAcquisition_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImageAcquisition_id", alternate_name),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_alternate_name_alternate_name" ON "ImageAcquisition_alternate_name" (alternate_name);
CREATE INDEX "ix_ImageAcquisition_alternate_name_ImageAcquisition_id" ON "ImageAcquisition_alternate_name" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_url" (
	"ImageAcquisition_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImageAcquisition_id", url),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_url_url" ON "ImageAcquisition_url" (url);
CREATE INDEX "ix_ImageAcquisition_url_ImageAcquisition_id" ON "ImageAcquisition_url" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_see_also" (
	"ImageAcquisition_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImageAcquisition_id", see_also),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_see_also_ImageAcquisition_id" ON "ImageAcquisition_see_also" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_see_also_see_also" ON "ImageAcquisition_see_also" (see_also);

CREATE TABLE "ImageAcquisition_keyword" (
	"ImageAcquisition_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImageAcquisition_id", keyword),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_keyword_keyword" ON "ImageAcquisition_keyword" (keyword);
CREATE INDEX "ix_ImageAcquisition_keyword_ImageAcquisition_id" ON "ImageAcquisition_keyword" ("ImageAcquisition_id");

CREATE TABLE "ImageAcquisition_property" (
	"ImageAcquisition_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", property_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ImageAcquisition_property_ImageAcquisition_id" ON "ImageAcquisition_property" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_property_property_id" ON "ImageAcquisition_property" (property_id);

CREATE TABLE "ImageAcquisition_original_spelling" (
	"ImageAcquisition_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImageAcquisition_id", original_spelling),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_ImageAcquisition_original_spelling_ImageAcquisition_id" ON "ImageAcquisition_original_spelling" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_original_spelling_original_spelling" ON "ImageAcquisition_original_spelling" (original_spelling);

CREATE TABLE "ImagingEnvironment_property" (
	"ImagingEnvironment_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", property_id),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ImagingEnvironment_property_ImagingEnvironment_id" ON "ImagingEnvironment_property" ("ImagingEnvironment_id");
CREATE INDEX "ix_ImagingEnvironment_property_property_id" ON "ImagingEnvironment_property" (property_id);

CREATE TABLE "Plane_property" (
	"Plane_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Plane_id", property_id),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Plane_property_property_id" ON "Plane_property" (property_id);
CREATE INDEX "ix_Plane_property_Plane_id" ON "Plane_property" ("Plane_id");

CREATE TABLE "Image_specimen" (
	"Image_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("Image_id", specimen_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_Image_specimen_Image_id" ON "Image_specimen" ("Image_id");
CREATE INDEX "ix_Image_specimen_specimen_id" ON "Image_specimen" (specimen_id);

CREATE TABLE "Image_quality_control" (
	"Image_id" TEXT,
	quality_control_id TEXT,
	PRIMARY KEY ("Image_id", quality_control_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(quality_control_id) REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_Image_quality_control_Image_id" ON "Image_quality_control" ("Image_id");
CREATE INDEX "ix_Image_quality_control_quality_control_id" ON "Image_quality_control" (quality_control_id);

CREATE TABLE "Image_property" (
	"Image_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Image_id", property_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Image_property_Image_id" ON "Image_property" ("Image_id");
CREATE INDEX "ix_Image_property_property_id" ON "Image_property" (property_id);

CREATE TABLE "File_property" (
	"File_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("File_id", property_id),
	FOREIGN KEY("File_id") REFERENCES "File" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_File_property_property_id" ON "File_property" (property_id);
CREATE INDEX "ix_File_property_File_id" ON "File_property" ("File_id");

CREATE TABLE "ImageCorrelation_property" (
	"ImageCorrelation_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImageCorrelation_id", property_id),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ImageCorrelation_property_ImageCorrelation_id" ON "ImageCorrelation_property" ("ImageCorrelation_id");
CREATE INDEX "ix_ImageCorrelation_property_property_id" ON "ImageCorrelation_property" (property_id);

CREATE TABLE "Annotation_property" (
	"Annotation_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Annotation_id", property_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Annotation_property_property_id" ON "Annotation_property" (property_id);
CREATE INDEX "ix_Annotation_property_Annotation_id" ON "Annotation_property" ("Annotation_id");

CREATE TABLE "ImageAnalysis_software" (
	"ImageAnalysis_id" TEXT,
	software_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", software_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(software_id) REFERENCES "Software" (id)
);
CREATE INDEX "ix_ImageAnalysis_software_software_id" ON "ImageAnalysis_software" (software_id);
CREATE INDEX "ix_ImageAnalysis_software_ImageAnalysis_id" ON "ImageAnalysis_software" ("ImageAnalysis_id");

CREATE TABLE "ImageAnalysis_parameter" (
	"ImageAnalysis_id" TEXT,
	parameter_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", parameter_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(parameter_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ImageAnalysis_parameter_ImageAnalysis_id" ON "ImageAnalysis_parameter" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_parameter_parameter_id" ON "ImageAnalysis_parameter" (parameter_id);

CREATE TABLE "ImageAnalysis_property" (
	"ImageAnalysis_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", property_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ImageAnalysis_property_ImageAnalysis_id" ON "ImageAnalysis_property" ("ImageAnalysis_id");
CREATE INDEX "ix_ImageAnalysis_property_property_id" ON "ImageAnalysis_property" (property_id);

CREATE TABLE "ComputationalEnvironment_property" (
	"ComputationalEnvironment_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", property_id),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ComputationalEnvironment_property_property_id" ON "ComputationalEnvironment_property" (property_id);
CREATE INDEX "ix_ComputationalEnvironment_property_ComputationalEnvironment_id" ON "ComputationalEnvironment_property" ("ComputationalEnvironment_id");

CREATE TABLE "QualityControl_feature" (
	"QualityControl_id" TEXT,
	feature_id TEXT,
	PRIMARY KEY ("QualityControl_id", feature_id),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id),
	FOREIGN KEY(feature_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_QualityControl_feature_QualityControl_id" ON "QualityControl_feature" ("QualityControl_id");
CREATE INDEX "ix_QualityControl_feature_feature_id" ON "QualityControl_feature" (feature_id);

CREATE TABLE "QualityControl_type" (
	"QualityControl_id" TEXT,
	type TEXT,
	PRIMARY KEY ("QualityControl_id", type),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_type_type" ON "QualityControl_type" (type);
CREATE INDEX "ix_QualityControl_type_QualityControl_id" ON "QualityControl_type" ("QualityControl_id");

CREATE TABLE "QualityControl_description" (
	"QualityControl_id" TEXT,
	description TEXT,
	PRIMARY KEY ("QualityControl_id", description),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_description_QualityControl_id" ON "QualityControl_description" ("QualityControl_id");
CREATE INDEX "ix_QualityControl_description_description" ON "QualityControl_description" (description);

CREATE TABLE "QualityControl_identifier" (
	"QualityControl_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("QualityControl_id", identifier),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_identifier_QualityControl_id" ON "QualityControl_identifier" ("QualityControl_id");
CREATE INDEX "ix_QualityControl_identifier_identifier" ON "QualityControl_identifier" (identifier);

CREATE TABLE "QualityControl_alternate_name" (
	"QualityControl_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("QualityControl_id", alternate_name),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_alternate_name_QualityControl_id" ON "QualityControl_alternate_name" ("QualityControl_id");
CREATE INDEX "ix_QualityControl_alternate_name_alternate_name" ON "QualityControl_alternate_name" (alternate_name);

CREATE TABLE "QualityControl_url" (
	"QualityControl_id" TEXT,
	url TEXT,
	PRIMARY KEY ("QualityControl_id", url),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_url_QualityControl_id" ON "QualityControl_url" ("QualityControl_id");
CREATE INDEX "ix_QualityControl_url_url" ON "QualityControl_url" (url);

CREATE TABLE "QualityControl_see_also" (
	"QualityControl_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("QualityControl_id", see_also),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_see_also_see_also" ON "QualityControl_see_also" (see_also);
CREATE INDEX "ix_QualityControl_see_also_QualityControl_id" ON "QualityControl_see_also" ("QualityControl_id");

CREATE TABLE "QualityControl_keyword" (
	"QualityControl_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("QualityControl_id", keyword),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_keyword_QualityControl_id" ON "QualityControl_keyword" ("QualityControl_id");
CREATE INDEX "ix_QualityControl_keyword_keyword" ON "QualityControl_keyword" (keyword);

CREATE TABLE "QualityControl_property" (
	"QualityControl_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("QualityControl_id", property_id),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_QualityControl_property_QualityControl_id" ON "QualityControl_property" ("QualityControl_id");
CREATE INDEX "ix_QualityControl_property_property_id" ON "QualityControl_property" (property_id);

CREATE TABLE "QualityControl_original_spelling" (
	"QualityControl_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("QualityControl_id", original_spelling),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);
CREATE INDEX "ix_QualityControl_original_spelling_original_spelling" ON "QualityControl_original_spelling" (original_spelling);
CREATE INDEX "ix_QualityControl_original_spelling_QualityControl_id" ON "QualityControl_original_spelling" ("QualityControl_id");

CREATE TABLE "InstrumentComponent" (
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_InstrumentComponent_id" ON "InstrumentComponent" (id);

CREATE TABLE "Stand" (
	stand_type TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Stand_id" ON "Stand" (id);

CREATE TABLE "Stage" (
	motorised BOOLEAN,
	xy_repeatability TEXT,
	z_repeatability TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(xy_repeatability) REFERENCES "Quantity" (id),
	FOREIGN KEY(z_repeatability) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Stage_id" ON "Stage" (id);

CREATE TABLE "EnvironmentalController" (
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_EnvironmentalController_id" ON "EnvironmentalController" (id);

CREATE TABLE "LightSource" (
	power TEXT,
	wavelength TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(power) REFERENCES "Quantity" (id),
	FOREIGN KEY(wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_LightSource_id" ON "LightSource" (id);

CREATE TABLE "ArcLamp" (
	arc_type TEXT,
	power TEXT,
	wavelength TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(power) REFERENCES "Quantity" (id),
	FOREIGN KEY(wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_ArcLamp_id" ON "ArcLamp" (id);

CREATE TABLE "FilamentLamp" (
	filament_type TEXT,
	power TEXT,
	wavelength TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(power) REFERENCES "Quantity" (id),
	FOREIGN KEY(wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_FilamentLamp_id" ON "FilamentLamp" (id);

CREATE TABLE "LightEmittingDiode" (
	power TEXT,
	wavelength TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(power) REFERENCES "Quantity" (id),
	FOREIGN KEY(wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_LightEmittingDiode_id" ON "LightEmittingDiode" (id);

CREATE TABLE "GenericExcitationSource" (
	power TEXT,
	wavelength TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(power) REFERENCES "Quantity" (id),
	FOREIGN KEY(wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_GenericExcitationSource_id" ON "GenericExcitationSource" (id);

CREATE TABLE "Objective" (
	lens_na FLOAT,
	nominal_magnification FLOAT,
	calibrated_magnification FLOAT,
	immersion TEXT,
	correction TEXT,
	working_distance TEXT,
	iris BOOLEAN,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(working_distance) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Objective_id" ON "Objective" (id);

CREATE TABLE "Filter" (
	filter_type TEXT,
	filter_wheel TEXT,
	cut_in TEXT,
	cut_out TEXT,
	cut_in_tolerance TEXT,
	cut_out_tolerance TEXT,
	transmittance FLOAT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(cut_in) REFERENCES "Quantity" (id),
	FOREIGN KEY(cut_out) REFERENCES "Quantity" (id),
	FOREIGN KEY(cut_in_tolerance) REFERENCES "Quantity" (id),
	FOREIGN KEY(cut_out_tolerance) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Filter_id" ON "Filter" (id);

CREATE TABLE "Dichroic" (
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Dichroic_id" ON "Dichroic" (id);

CREATE TABLE "Detector" (
	detector_type TEXT,
	gain FLOAT,
	voltage TEXT,
	"offset" FLOAT,
	zoom FLOAT,
	amplification_gain FLOAT,
	pixel_width TEXT,
	pixel_height TEXT,
	quantum_efficiency FLOAT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(voltage) REFERENCES "Quantity" (id),
	FOREIGN KEY(pixel_width) REFERENCES "Quantity" (id),
	FOREIGN KEY(pixel_height) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Detector_id" ON "Detector" (id);

CREATE TABLE "Study_component" (
	"Study_id" TEXT,
	component_id TEXT,
	PRIMARY KEY ("Study_id", component_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(component_id) REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_Study_component_component_id" ON "Study_component" (component_id);
CREATE INDEX "ix_Study_component_Study_id" ON "Study_component" ("Study_id");

CREATE TABLE "Study_instrument" (
	"Study_id" TEXT,
	instrument_id TEXT,
	PRIMARY KEY ("Study_id", instrument_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(instrument_id) REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Study_instrument_instrument_id" ON "Study_instrument" (instrument_id);
CREATE INDEX "ix_Study_instrument_Study_id" ON "Study_instrument" ("Study_id");

CREATE TABLE "StudyComponent_organism" (
	"StudyComponent_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("StudyComponent_id", organism_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);
CREATE INDEX "ix_StudyComponent_organism_StudyComponent_id" ON "StudyComponent_organism" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_organism_organism_id" ON "StudyComponent_organism" (organism_id);

CREATE TABLE "StudyComponent_imaging_method" (
	"StudyComponent_id" TEXT,
	imaging_method_id TEXT,
	PRIMARY KEY ("StudyComponent_id", imaging_method_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(imaging_method_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_StudyComponent_imaging_method_imaging_method_id" ON "StudyComponent_imaging_method" (imaging_method_id);
CREATE INDEX "ix_StudyComponent_imaging_method_StudyComponent_id" ON "StudyComponent_imaging_method" ("StudyComponent_id");

CREATE TABLE "StudyComponent_biosample" (
	"StudyComponent_id" TEXT,
	biosample_id TEXT,
	PRIMARY KEY ("StudyComponent_id", biosample_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(biosample_id) REFERENCES "Biosample" (id)
);
CREATE INDEX "ix_StudyComponent_biosample_StudyComponent_id" ON "StudyComponent_biosample" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_biosample_biosample_id" ON "StudyComponent_biosample" (biosample_id);

CREATE TABLE "StudyComponent_specimen" (
	"StudyComponent_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("StudyComponent_id", specimen_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);
CREATE INDEX "ix_StudyComponent_specimen_StudyComponent_id" ON "StudyComponent_specimen" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_specimen_specimen_id" ON "StudyComponent_specimen" (specimen_id);

CREATE TABLE "StudyComponent_protocol" (
	"StudyComponent_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("StudyComponent_id", protocol_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);
CREATE INDEX "ix_StudyComponent_protocol_protocol_id" ON "StudyComponent_protocol" (protocol_id);
CREATE INDEX "ix_StudyComponent_protocol_StudyComponent_id" ON "StudyComponent_protocol" ("StudyComponent_id");

CREATE TABLE "StudyComponent_acquisition" (
	"StudyComponent_id" TEXT,
	acquisition_id TEXT,
	PRIMARY KEY ("StudyComponent_id", acquisition_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(acquisition_id) REFERENCES "ImageAcquisition" (id)
);
CREATE INDEX "ix_StudyComponent_acquisition_StudyComponent_id" ON "StudyComponent_acquisition" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_acquisition_acquisition_id" ON "StudyComponent_acquisition" (acquisition_id);

CREATE TABLE "StudyComponent_image" (
	"StudyComponent_id" TEXT,
	image_id TEXT,
	PRIMARY KEY ("StudyComponent_id", image_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(image_id) REFERENCES "Image" (id)
);
CREATE INDEX "ix_StudyComponent_image_StudyComponent_id" ON "StudyComponent_image" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_image_image_id" ON "StudyComponent_image" (image_id);

CREATE TABLE "StudyComponent_analysis" (
	"StudyComponent_id" TEXT,
	analysis_id TEXT,
	PRIMARY KEY ("StudyComponent_id", analysis_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(analysis_id) REFERENCES "ImageAnalysis" (id)
);
CREATE INDEX "ix_StudyComponent_analysis_analysis_id" ON "StudyComponent_analysis" (analysis_id);
CREATE INDEX "ix_StudyComponent_analysis_StudyComponent_id" ON "StudyComponent_analysis" ("StudyComponent_id");

CREATE TABLE "StudyComponent_correlation" (
	"StudyComponent_id" TEXT,
	correlation_id TEXT,
	PRIMARY KEY ("StudyComponent_id", correlation_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(correlation_id) REFERENCES "ImageCorrelation" (id)
);
CREATE INDEX "ix_StudyComponent_correlation_correlation_id" ON "StudyComponent_correlation" (correlation_id);
CREATE INDEX "ix_StudyComponent_correlation_StudyComponent_id" ON "StudyComponent_correlation" ("StudyComponent_id");

CREATE TABLE "StudyComponent_annotation" (
	"StudyComponent_id" TEXT,
	annotation_id TEXT,
	PRIMARY KEY ("StudyComponent_id", annotation_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(annotation_id) REFERENCES "Annotation" (id)
);
CREATE INDEX "ix_StudyComponent_annotation_StudyComponent_id" ON "StudyComponent_annotation" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_annotation_annotation_id" ON "StudyComponent_annotation" (annotation_id);

CREATE TABLE "StudyComponent_reagent" (
	"StudyComponent_id" TEXT,
	reagent_id TEXT,
	PRIMARY KEY ("StudyComponent_id", reagent_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(reagent_id) REFERENCES "Reagent" (id)
);
CREATE INDEX "ix_StudyComponent_reagent_reagent_id" ON "StudyComponent_reagent" (reagent_id);
CREATE INDEX "ix_StudyComponent_reagent_StudyComponent_id" ON "StudyComponent_reagent" ("StudyComponent_id");

CREATE TABLE "StudyComponent_phenotype" (
	"StudyComponent_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("StudyComponent_id", phenotype_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);
CREATE INDEX "ix_StudyComponent_phenotype_StudyComponent_id" ON "StudyComponent_phenotype" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_phenotype_phenotype_id" ON "StudyComponent_phenotype" (phenotype_id);

CREATE TABLE "StudyComponent_size" (
	"StudyComponent_id" TEXT,
	size_id TEXT,
	PRIMARY KEY ("StudyComponent_id", size_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(size_id) REFERENCES "DataSize" (id)
);
CREATE INDEX "ix_StudyComponent_size_size_id" ON "StudyComponent_size" (size_id);
CREATE INDEX "ix_StudyComponent_size_StudyComponent_id" ON "StudyComponent_size" ("StudyComponent_id");

CREATE TABLE "StudyComponent_file" (
	"StudyComponent_id" TEXT,
	file_id TEXT,
	PRIMARY KEY ("StudyComponent_id", file_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(file_id) REFERENCES "File" (id)
);
CREATE INDEX "ix_StudyComponent_file_file_id" ON "StudyComponent_file" (file_id);
CREATE INDEX "ix_StudyComponent_file_StudyComponent_id" ON "StudyComponent_file" ("StudyComponent_id");

CREATE TABLE "StudyComponent_type" (
	"StudyComponent_id" TEXT,
	type TEXT,
	PRIMARY KEY ("StudyComponent_id", type),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_type_StudyComponent_id" ON "StudyComponent_type" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_type_type" ON "StudyComponent_type" (type);

CREATE TABLE "StudyComponent_description" (
	"StudyComponent_id" TEXT,
	description TEXT NOT NULL,
	PRIMARY KEY ("StudyComponent_id", description),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_description_StudyComponent_id" ON "StudyComponent_description" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_description_description" ON "StudyComponent_description" (description);

CREATE TABLE "StudyComponent_identifier" (
	"StudyComponent_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("StudyComponent_id", identifier),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_identifier_StudyComponent_id" ON "StudyComponent_identifier" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_identifier_identifier" ON "StudyComponent_identifier" (identifier);

CREATE TABLE "StudyComponent_alternate_name" (
	"StudyComponent_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("StudyComponent_id", alternate_name),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_alternate_name_StudyComponent_id" ON "StudyComponent_alternate_name" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_alternate_name_alternate_name" ON "StudyComponent_alternate_name" (alternate_name);

CREATE TABLE "StudyComponent_url" (
	"StudyComponent_id" TEXT,
	url TEXT,
	PRIMARY KEY ("StudyComponent_id", url),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_url_StudyComponent_id" ON "StudyComponent_url" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_url_url" ON "StudyComponent_url" (url);

CREATE TABLE "StudyComponent_see_also" (
	"StudyComponent_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("StudyComponent_id", see_also),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_see_also_see_also" ON "StudyComponent_see_also" (see_also);
CREATE INDEX "ix_StudyComponent_see_also_StudyComponent_id" ON "StudyComponent_see_also" ("StudyComponent_id");

CREATE TABLE "StudyComponent_keyword" (
	"StudyComponent_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("StudyComponent_id", keyword),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_keyword_keyword" ON "StudyComponent_keyword" (keyword);
CREATE INDEX "ix_StudyComponent_keyword_StudyComponent_id" ON "StudyComponent_keyword" ("StudyComponent_id");

CREATE TABLE "StudyComponent_property" (
	"StudyComponent_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("StudyComponent_id", property_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_StudyComponent_property_StudyComponent_id" ON "StudyComponent_property" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_property_property_id" ON "StudyComponent_property" (property_id);

CREATE TABLE "StudyComponent_original_spelling" (
	"StudyComponent_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("StudyComponent_id", original_spelling),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);
CREATE INDEX "ix_StudyComponent_original_spelling_StudyComponent_id" ON "StudyComponent_original_spelling" ("StudyComponent_id");
CREATE INDEX "ix_StudyComponent_original_spelling_original_spelling" ON "StudyComponent_original_spelling" (original_spelling);

CREATE TABLE "Instrument_instrument_type" (
	"Instrument_id" TEXT,
	instrument_type_id TEXT,
	PRIMARY KEY ("Instrument_id", instrument_type_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(instrument_type_id) REFERENCES "OntologyTerm" (id)
);
CREATE INDEX "ix_Instrument_instrument_type_Instrument_id" ON "Instrument_instrument_type" ("Instrument_id");
CREATE INDEX "ix_Instrument_instrument_type_instrument_type_id" ON "Instrument_instrument_type" (instrument_type_id);

CREATE TABLE "Instrument_owner" (
	"Instrument_id" TEXT,
	owner_id TEXT,
	PRIMARY KEY ("Instrument_id", owner_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(owner_id) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Instrument_owner_owner_id" ON "Instrument_owner" (owner_id);
CREATE INDEX "ix_Instrument_owner_Instrument_id" ON "Instrument_owner" ("Instrument_id");

CREATE TABLE "Instrument_software" (
	"Instrument_id" TEXT,
	software_id TEXT,
	PRIMARY KEY ("Instrument_id", software_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(software_id) REFERENCES "Software" (id)
);
CREATE INDEX "ix_Instrument_software_software_id" ON "Instrument_software" (software_id);
CREATE INDEX "ix_Instrument_software_Instrument_id" ON "Instrument_software" ("Instrument_id");

CREATE TABLE "Instrument_type" (
	"Instrument_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Instrument_id", type),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_type_type" ON "Instrument_type" (type);
CREATE INDEX "ix_Instrument_type_Instrument_id" ON "Instrument_type" ("Instrument_id");

CREATE TABLE "Instrument_description" (
	"Instrument_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Instrument_id", description),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_description_description" ON "Instrument_description" (description);
CREATE INDEX "ix_Instrument_description_Instrument_id" ON "Instrument_description" ("Instrument_id");

CREATE TABLE "Instrument_identifier" (
	"Instrument_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Instrument_id", identifier),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_identifier_Instrument_id" ON "Instrument_identifier" ("Instrument_id");
CREATE INDEX "ix_Instrument_identifier_identifier" ON "Instrument_identifier" (identifier);

CREATE TABLE "Instrument_alternate_name" (
	"Instrument_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Instrument_id", alternate_name),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_alternate_name_alternate_name" ON "Instrument_alternate_name" (alternate_name);
CREATE INDEX "ix_Instrument_alternate_name_Instrument_id" ON "Instrument_alternate_name" ("Instrument_id");

CREATE TABLE "Instrument_url" (
	"Instrument_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Instrument_id", url),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_url_Instrument_id" ON "Instrument_url" ("Instrument_id");
CREATE INDEX "ix_Instrument_url_url" ON "Instrument_url" (url);

CREATE TABLE "Instrument_see_also" (
	"Instrument_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Instrument_id", see_also),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_see_also_Instrument_id" ON "Instrument_see_also" ("Instrument_id");
CREATE INDEX "ix_Instrument_see_also_see_also" ON "Instrument_see_also" (see_also);

CREATE TABLE "Instrument_keyword" (
	"Instrument_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Instrument_id", keyword),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_keyword_keyword" ON "Instrument_keyword" (keyword);
CREATE INDEX "ix_Instrument_keyword_Instrument_id" ON "Instrument_keyword" ("Instrument_id");

CREATE TABLE "Instrument_property" (
	"Instrument_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Instrument_id", property_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Instrument_property_Instrument_id" ON "Instrument_property" ("Instrument_id");
CREATE INDEX "ix_Instrument_property_property_id" ON "Instrument_property" (property_id);

CREATE TABLE "Instrument_original_spelling" (
	"Instrument_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Instrument_id", original_spelling),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_Instrument_original_spelling_Instrument_id" ON "Instrument_original_spelling" ("Instrument_id");
CREATE INDEX "ix_Instrument_original_spelling_original_spelling" ON "Instrument_original_spelling" (original_spelling);

CREATE TABLE "ImageAcquisition_instrument" (
	"ImageAcquisition_id" TEXT,
	instrument_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", instrument_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(instrument_id) REFERENCES "Instrument" (id)
);
CREATE INDEX "ix_ImageAcquisition_instrument_instrument_id" ON "ImageAcquisition_instrument" (instrument_id);
CREATE INDEX "ix_ImageAcquisition_instrument_ImageAcquisition_id" ON "ImageAcquisition_instrument" ("ImageAcquisition_id");

CREATE TABLE "Laser" (
	laser_type TEXT,
	laser_medium TEXT,
	pulse TEXT,
	frequency_multiplication INTEGER,
	tuneable BOOLEAN,
	pockel_cell BOOLEAN,
	repetition_rate TEXT,
	pump TEXT,
	power TEXT,
	wavelength TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(repetition_rate) REFERENCES "Quantity" (id),
	FOREIGN KEY(pump) REFERENCES "LightSource" (id),
	FOREIGN KEY(power) REFERENCES "Quantity" (id),
	FOREIGN KEY(wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_Laser_id" ON "Laser" (id);

CREATE TABLE "FilterSet" (
	dichroic TEXT,
	part_of TEXT,
	installed TEXT,
	removed TEXT,
	manufacturer TEXT,
	model TEXT,
	serial_number TEXT,
	lot_number TEXT,
	catalog_number TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(dichroic) REFERENCES "Dichroic" (id),
	FOREIGN KEY(part_of) REFERENCES "Instrument" (id),
	FOREIGN KEY(manufacturer) REFERENCES "Organisation" (id)
);
CREATE INDEX "ix_FilterSet_id" ON "FilterSet" (id);

CREATE TABLE "ObjectiveSettings" (
	objective TEXT NOT NULL,
	correction_collar FLOAT,
	medium TEXT,
	refractive_index FLOAT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(objective) REFERENCES "Objective" (id)
);
CREATE INDEX "ix_ObjectiveSettings_id" ON "ObjectiveSettings" (id);

CREATE TABLE "LightSourceSettings" (
	light_source TEXT NOT NULL,
	attenuation FLOAT,
	wavelength TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(light_source) REFERENCES "LightSource" (id),
	FOREIGN KEY(wavelength) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_LightSourceSettings_id" ON "LightSourceSettings" (id);

CREATE TABLE "DetectorSettings" (
	detector TEXT NOT NULL,
	gain FLOAT,
	"offset" FLOAT,
	voltage TEXT,
	zoom FLOAT,
	binning TEXT,
	read_out_rate TEXT,
	integration INTEGER,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(detector) REFERENCES "Detector" (id),
	FOREIGN KEY(voltage) REFERENCES "Quantity" (id),
	FOREIGN KEY(read_out_rate) REFERENCES "Quantity" (id)
);
CREATE INDEX "ix_DetectorSettings_id" ON "DetectorSettings" (id);

CREATE TABLE "LightPath" (
	dichroic TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(dichroic) REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_LightPath_id" ON "LightPath" (id);

CREATE TABLE "Instrument_component" (
	"Instrument_id" TEXT,
	component_id TEXT,
	PRIMARY KEY ("Instrument_id", component_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(component_id) REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_Instrument_component_component_id" ON "Instrument_component" (component_id);
CREATE INDEX "ix_Instrument_component_Instrument_id" ON "Instrument_component" ("Instrument_id");

CREATE TABLE "InstrumentComponent_type" (
	"InstrumentComponent_id" TEXT,
	type TEXT,
	PRIMARY KEY ("InstrumentComponent_id", type),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_type_InstrumentComponent_id" ON "InstrumentComponent_type" ("InstrumentComponent_id");
CREATE INDEX "ix_InstrumentComponent_type_type" ON "InstrumentComponent_type" (type);

CREATE TABLE "InstrumentComponent_description" (
	"InstrumentComponent_id" TEXT,
	description TEXT,
	PRIMARY KEY ("InstrumentComponent_id", description),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_description_description" ON "InstrumentComponent_description" (description);
CREATE INDEX "ix_InstrumentComponent_description_InstrumentComponent_id" ON "InstrumentComponent_description" ("InstrumentComponent_id");

CREATE TABLE "InstrumentComponent_identifier" (
	"InstrumentComponent_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("InstrumentComponent_id", identifier),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_identifier_InstrumentComponent_id" ON "InstrumentComponent_identifier" ("InstrumentComponent_id");
CREATE INDEX "ix_InstrumentComponent_identifier_identifier" ON "InstrumentComponent_identifier" (identifier);

CREATE TABLE "InstrumentComponent_alternate_name" (
	"InstrumentComponent_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("InstrumentComponent_id", alternate_name),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_alternate_name_InstrumentComponent_id" ON "InstrumentComponent_alternate_name" ("InstrumentComponent_id");
CREATE INDEX "ix_InstrumentComponent_alternate_name_alternate_name" ON "InstrumentComponent_alternate_name" (alternate_name);

CREATE TABLE "InstrumentComponent_url" (
	"InstrumentComponent_id" TEXT,
	url TEXT,
	PRIMARY KEY ("InstrumentComponent_id", url),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_url_url" ON "InstrumentComponent_url" (url);
CREATE INDEX "ix_InstrumentComponent_url_InstrumentComponent_id" ON "InstrumentComponent_url" ("InstrumentComponent_id");

CREATE TABLE "InstrumentComponent_see_also" (
	"InstrumentComponent_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("InstrumentComponent_id", see_also),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_see_also_InstrumentComponent_id" ON "InstrumentComponent_see_also" ("InstrumentComponent_id");
CREATE INDEX "ix_InstrumentComponent_see_also_see_also" ON "InstrumentComponent_see_also" (see_also);

CREATE TABLE "InstrumentComponent_keyword" (
	"InstrumentComponent_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("InstrumentComponent_id", keyword),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_keyword_InstrumentComponent_id" ON "InstrumentComponent_keyword" ("InstrumentComponent_id");
CREATE INDEX "ix_InstrumentComponent_keyword_keyword" ON "InstrumentComponent_keyword" (keyword);

CREATE TABLE "InstrumentComponent_property" (
	"InstrumentComponent_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("InstrumentComponent_id", property_id),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_InstrumentComponent_property_property_id" ON "InstrumentComponent_property" (property_id);
CREATE INDEX "ix_InstrumentComponent_property_InstrumentComponent_id" ON "InstrumentComponent_property" ("InstrumentComponent_id");

CREATE TABLE "InstrumentComponent_original_spelling" (
	"InstrumentComponent_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("InstrumentComponent_id", original_spelling),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);
CREATE INDEX "ix_InstrumentComponent_original_spelling_InstrumentComponent_id" ON "InstrumentComponent_original_spelling" ("InstrumentComponent_id");
CREATE INDEX "ix_InstrumentComponent_original_spelling_original_spelling" ON "InstrumentComponent_original_spelling" (original_spelling);

CREATE TABLE "Stand_type" (
	"Stand_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Stand_id", type),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_type_Stand_id" ON "Stand_type" ("Stand_id");
CREATE INDEX "ix_Stand_type_type" ON "Stand_type" (type);

CREATE TABLE "Stand_description" (
	"Stand_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Stand_id", description),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_description_description" ON "Stand_description" (description);
CREATE INDEX "ix_Stand_description_Stand_id" ON "Stand_description" ("Stand_id");

CREATE TABLE "Stand_identifier" (
	"Stand_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Stand_id", identifier),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_identifier_Stand_id" ON "Stand_identifier" ("Stand_id");
CREATE INDEX "ix_Stand_identifier_identifier" ON "Stand_identifier" (identifier);

CREATE TABLE "Stand_alternate_name" (
	"Stand_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Stand_id", alternate_name),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_alternate_name_Stand_id" ON "Stand_alternate_name" ("Stand_id");
CREATE INDEX "ix_Stand_alternate_name_alternate_name" ON "Stand_alternate_name" (alternate_name);

CREATE TABLE "Stand_url" (
	"Stand_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Stand_id", url),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_url_url" ON "Stand_url" (url);
CREATE INDEX "ix_Stand_url_Stand_id" ON "Stand_url" ("Stand_id");

CREATE TABLE "Stand_see_also" (
	"Stand_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Stand_id", see_also),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_see_also_Stand_id" ON "Stand_see_also" ("Stand_id");
CREATE INDEX "ix_Stand_see_also_see_also" ON "Stand_see_also" (see_also);

CREATE TABLE "Stand_keyword" (
	"Stand_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Stand_id", keyword),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_keyword_keyword" ON "Stand_keyword" (keyword);
CREATE INDEX "ix_Stand_keyword_Stand_id" ON "Stand_keyword" ("Stand_id");

CREATE TABLE "Stand_property" (
	"Stand_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Stand_id", property_id),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Stand_property_Stand_id" ON "Stand_property" ("Stand_id");
CREATE INDEX "ix_Stand_property_property_id" ON "Stand_property" (property_id);

CREATE TABLE "Stand_original_spelling" (
	"Stand_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Stand_id", original_spelling),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);
CREATE INDEX "ix_Stand_original_spelling_Stand_id" ON "Stand_original_spelling" ("Stand_id");
CREATE INDEX "ix_Stand_original_spelling_original_spelling" ON "Stand_original_spelling" (original_spelling);

CREATE TABLE "Stage_type" (
	"Stage_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Stage_id", type),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_type_type" ON "Stage_type" (type);
CREATE INDEX "ix_Stage_type_Stage_id" ON "Stage_type" ("Stage_id");

CREATE TABLE "Stage_description" (
	"Stage_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Stage_id", description),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_description_Stage_id" ON "Stage_description" ("Stage_id");
CREATE INDEX "ix_Stage_description_description" ON "Stage_description" (description);

CREATE TABLE "Stage_identifier" (
	"Stage_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Stage_id", identifier),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_identifier_Stage_id" ON "Stage_identifier" ("Stage_id");
CREATE INDEX "ix_Stage_identifier_identifier" ON "Stage_identifier" (identifier);

CREATE TABLE "Stage_alternate_name" (
	"Stage_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Stage_id", alternate_name),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_alternate_name_Stage_id" ON "Stage_alternate_name" ("Stage_id");
CREATE INDEX "ix_Stage_alternate_name_alternate_name" ON "Stage_alternate_name" (alternate_name);

CREATE TABLE "Stage_url" (
	"Stage_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Stage_id", url),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_url_url" ON "Stage_url" (url);
CREATE INDEX "ix_Stage_url_Stage_id" ON "Stage_url" ("Stage_id");

CREATE TABLE "Stage_see_also" (
	"Stage_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Stage_id", see_also),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_see_also_see_also" ON "Stage_see_also" (see_also);
CREATE INDEX "ix_Stage_see_also_Stage_id" ON "Stage_see_also" ("Stage_id");

CREATE TABLE "Stage_keyword" (
	"Stage_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Stage_id", keyword),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_keyword_keyword" ON "Stage_keyword" (keyword);
CREATE INDEX "ix_Stage_keyword_Stage_id" ON "Stage_keyword" ("Stage_id");

CREATE TABLE "Stage_property" (
	"Stage_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Stage_id", property_id),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Stage_property_Stage_id" ON "Stage_property" ("Stage_id");
CREATE INDEX "ix_Stage_property_property_id" ON "Stage_property" (property_id);

CREATE TABLE "Stage_original_spelling" (
	"Stage_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Stage_id", original_spelling),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);
CREATE INDEX "ix_Stage_original_spelling_Stage_id" ON "Stage_original_spelling" ("Stage_id");
CREATE INDEX "ix_Stage_original_spelling_original_spelling" ON "Stage_original_spelling" (original_spelling);

CREATE TABLE "EnvironmentalController_controls" (
	"EnvironmentalController_id" TEXT,
	controls TEXT,
	PRIMARY KEY ("EnvironmentalController_id", controls),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_controls_EnvironmentalController_id" ON "EnvironmentalController_controls" ("EnvironmentalController_id");
CREATE INDEX "ix_EnvironmentalController_controls_controls" ON "EnvironmentalController_controls" (controls);

CREATE TABLE "EnvironmentalController_type" (
	"EnvironmentalController_id" TEXT,
	type TEXT,
	PRIMARY KEY ("EnvironmentalController_id", type),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_type_type" ON "EnvironmentalController_type" (type);
CREATE INDEX "ix_EnvironmentalController_type_EnvironmentalController_id" ON "EnvironmentalController_type" ("EnvironmentalController_id");

CREATE TABLE "EnvironmentalController_description" (
	"EnvironmentalController_id" TEXT,
	description TEXT,
	PRIMARY KEY ("EnvironmentalController_id", description),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_description_EnvironmentalController_id" ON "EnvironmentalController_description" ("EnvironmentalController_id");
CREATE INDEX "ix_EnvironmentalController_description_description" ON "EnvironmentalController_description" (description);

CREATE TABLE "EnvironmentalController_identifier" (
	"EnvironmentalController_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("EnvironmentalController_id", identifier),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_identifier_identifier" ON "EnvironmentalController_identifier" (identifier);
CREATE INDEX "ix_EnvironmentalController_identifier_EnvironmentalController_id" ON "EnvironmentalController_identifier" ("EnvironmentalController_id");

CREATE TABLE "EnvironmentalController_alternate_name" (
	"EnvironmentalController_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("EnvironmentalController_id", alternate_name),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_alternate_name_alternate_name" ON "EnvironmentalController_alternate_name" (alternate_name);
CREATE INDEX "ix_EnvironmentalController_alternate_name_EnvironmentalController_id" ON "EnvironmentalController_alternate_name" ("EnvironmentalController_id");

CREATE TABLE "EnvironmentalController_url" (
	"EnvironmentalController_id" TEXT,
	url TEXT,
	PRIMARY KEY ("EnvironmentalController_id", url),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_url_url" ON "EnvironmentalController_url" (url);
CREATE INDEX "ix_EnvironmentalController_url_EnvironmentalController_id" ON "EnvironmentalController_url" ("EnvironmentalController_id");

CREATE TABLE "EnvironmentalController_see_also" (
	"EnvironmentalController_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("EnvironmentalController_id", see_also),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_see_also_see_also" ON "EnvironmentalController_see_also" (see_also);
CREATE INDEX "ix_EnvironmentalController_see_also_EnvironmentalController_id" ON "EnvironmentalController_see_also" ("EnvironmentalController_id");

CREATE TABLE "EnvironmentalController_keyword" (
	"EnvironmentalController_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("EnvironmentalController_id", keyword),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_keyword_EnvironmentalController_id" ON "EnvironmentalController_keyword" ("EnvironmentalController_id");
CREATE INDEX "ix_EnvironmentalController_keyword_keyword" ON "EnvironmentalController_keyword" (keyword);

CREATE TABLE "EnvironmentalController_property" (
	"EnvironmentalController_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("EnvironmentalController_id", property_id),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_EnvironmentalController_property_EnvironmentalController_id" ON "EnvironmentalController_property" ("EnvironmentalController_id");
CREATE INDEX "ix_EnvironmentalController_property_property_id" ON "EnvironmentalController_property" (property_id);

CREATE TABLE "EnvironmentalController_original_spelling" (
	"EnvironmentalController_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("EnvironmentalController_id", original_spelling),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);
CREATE INDEX "ix_EnvironmentalController_original_spelling_original_spelling" ON "EnvironmentalController_original_spelling" (original_spelling);
CREATE INDEX "ix_EnvironmentalController_original_spelling_EnvironmentalController_id" ON "EnvironmentalController_original_spelling" ("EnvironmentalController_id");

CREATE TABLE "LightSource_type" (
	"LightSource_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightSource_id", type),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_type_LightSource_id" ON "LightSource_type" ("LightSource_id");
CREATE INDEX "ix_LightSource_type_type" ON "LightSource_type" (type);

CREATE TABLE "LightSource_description" (
	"LightSource_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightSource_id", description),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_description_description" ON "LightSource_description" (description);
CREATE INDEX "ix_LightSource_description_LightSource_id" ON "LightSource_description" ("LightSource_id");

CREATE TABLE "LightSource_identifier" (
	"LightSource_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightSource_id", identifier),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_identifier_identifier" ON "LightSource_identifier" (identifier);
CREATE INDEX "ix_LightSource_identifier_LightSource_id" ON "LightSource_identifier" ("LightSource_id");

CREATE TABLE "LightSource_alternate_name" (
	"LightSource_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightSource_id", alternate_name),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_alternate_name_LightSource_id" ON "LightSource_alternate_name" ("LightSource_id");
CREATE INDEX "ix_LightSource_alternate_name_alternate_name" ON "LightSource_alternate_name" (alternate_name);

CREATE TABLE "LightSource_url" (
	"LightSource_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightSource_id", url),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_url_LightSource_id" ON "LightSource_url" ("LightSource_id");
CREATE INDEX "ix_LightSource_url_url" ON "LightSource_url" (url);

CREATE TABLE "LightSource_see_also" (
	"LightSource_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightSource_id", see_also),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_see_also_see_also" ON "LightSource_see_also" (see_also);
CREATE INDEX "ix_LightSource_see_also_LightSource_id" ON "LightSource_see_also" ("LightSource_id");

CREATE TABLE "LightSource_keyword" (
	"LightSource_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightSource_id", keyword),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_keyword_keyword" ON "LightSource_keyword" (keyword);
CREATE INDEX "ix_LightSource_keyword_LightSource_id" ON "LightSource_keyword" ("LightSource_id");

CREATE TABLE "LightSource_property" (
	"LightSource_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightSource_id", property_id),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_LightSource_property_property_id" ON "LightSource_property" (property_id);
CREATE INDEX "ix_LightSource_property_LightSource_id" ON "LightSource_property" ("LightSource_id");

CREATE TABLE "LightSource_original_spelling" (
	"LightSource_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightSource_id", original_spelling),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);
CREATE INDEX "ix_LightSource_original_spelling_original_spelling" ON "LightSource_original_spelling" (original_spelling);
CREATE INDEX "ix_LightSource_original_spelling_LightSource_id" ON "LightSource_original_spelling" ("LightSource_id");

CREATE TABLE "ArcLamp_type" (
	"ArcLamp_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ArcLamp_id", type),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_type_type" ON "ArcLamp_type" (type);
CREATE INDEX "ix_ArcLamp_type_ArcLamp_id" ON "ArcLamp_type" ("ArcLamp_id");

CREATE TABLE "ArcLamp_description" (
	"ArcLamp_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ArcLamp_id", description),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_description_ArcLamp_id" ON "ArcLamp_description" ("ArcLamp_id");
CREATE INDEX "ix_ArcLamp_description_description" ON "ArcLamp_description" (description);

CREATE TABLE "ArcLamp_identifier" (
	"ArcLamp_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ArcLamp_id", identifier),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_identifier_ArcLamp_id" ON "ArcLamp_identifier" ("ArcLamp_id");
CREATE INDEX "ix_ArcLamp_identifier_identifier" ON "ArcLamp_identifier" (identifier);

CREATE TABLE "ArcLamp_alternate_name" (
	"ArcLamp_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ArcLamp_id", alternate_name),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_alternate_name_alternate_name" ON "ArcLamp_alternate_name" (alternate_name);
CREATE INDEX "ix_ArcLamp_alternate_name_ArcLamp_id" ON "ArcLamp_alternate_name" ("ArcLamp_id");

CREATE TABLE "ArcLamp_url" (
	"ArcLamp_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ArcLamp_id", url),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_url_ArcLamp_id" ON "ArcLamp_url" ("ArcLamp_id");
CREATE INDEX "ix_ArcLamp_url_url" ON "ArcLamp_url" (url);

CREATE TABLE "ArcLamp_see_also" (
	"ArcLamp_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ArcLamp_id", see_also),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_see_also_see_also" ON "ArcLamp_see_also" (see_also);
CREATE INDEX "ix_ArcLamp_see_also_ArcLamp_id" ON "ArcLamp_see_also" ("ArcLamp_id");

CREATE TABLE "ArcLamp_keyword" (
	"ArcLamp_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ArcLamp_id", keyword),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_keyword_ArcLamp_id" ON "ArcLamp_keyword" ("ArcLamp_id");
CREATE INDEX "ix_ArcLamp_keyword_keyword" ON "ArcLamp_keyword" (keyword);

CREATE TABLE "ArcLamp_property" (
	"ArcLamp_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ArcLamp_id", property_id),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ArcLamp_property_property_id" ON "ArcLamp_property" (property_id);
CREATE INDEX "ix_ArcLamp_property_ArcLamp_id" ON "ArcLamp_property" ("ArcLamp_id");

CREATE TABLE "ArcLamp_original_spelling" (
	"ArcLamp_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ArcLamp_id", original_spelling),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);
CREATE INDEX "ix_ArcLamp_original_spelling_ArcLamp_id" ON "ArcLamp_original_spelling" ("ArcLamp_id");
CREATE INDEX "ix_ArcLamp_original_spelling_original_spelling" ON "ArcLamp_original_spelling" (original_spelling);

CREATE TABLE "FilamentLamp_type" (
	"FilamentLamp_id" TEXT,
	type TEXT,
	PRIMARY KEY ("FilamentLamp_id", type),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_type_type" ON "FilamentLamp_type" (type);
CREATE INDEX "ix_FilamentLamp_type_FilamentLamp_id" ON "FilamentLamp_type" ("FilamentLamp_id");

CREATE TABLE "FilamentLamp_description" (
	"FilamentLamp_id" TEXT,
	description TEXT,
	PRIMARY KEY ("FilamentLamp_id", description),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_description_FilamentLamp_id" ON "FilamentLamp_description" ("FilamentLamp_id");
CREATE INDEX "ix_FilamentLamp_description_description" ON "FilamentLamp_description" (description);

CREATE TABLE "FilamentLamp_identifier" (
	"FilamentLamp_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("FilamentLamp_id", identifier),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_identifier_FilamentLamp_id" ON "FilamentLamp_identifier" ("FilamentLamp_id");
CREATE INDEX "ix_FilamentLamp_identifier_identifier" ON "FilamentLamp_identifier" (identifier);

CREATE TABLE "FilamentLamp_alternate_name" (
	"FilamentLamp_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("FilamentLamp_id", alternate_name),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_alternate_name_alternate_name" ON "FilamentLamp_alternate_name" (alternate_name);
CREATE INDEX "ix_FilamentLamp_alternate_name_FilamentLamp_id" ON "FilamentLamp_alternate_name" ("FilamentLamp_id");

CREATE TABLE "FilamentLamp_url" (
	"FilamentLamp_id" TEXT,
	url TEXT,
	PRIMARY KEY ("FilamentLamp_id", url),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_url_url" ON "FilamentLamp_url" (url);
CREATE INDEX "ix_FilamentLamp_url_FilamentLamp_id" ON "FilamentLamp_url" ("FilamentLamp_id");

CREATE TABLE "FilamentLamp_see_also" (
	"FilamentLamp_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("FilamentLamp_id", see_also),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_see_also_FilamentLamp_id" ON "FilamentLamp_see_also" ("FilamentLamp_id");
CREATE INDEX "ix_FilamentLamp_see_also_see_also" ON "FilamentLamp_see_also" (see_also);

CREATE TABLE "FilamentLamp_keyword" (
	"FilamentLamp_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("FilamentLamp_id", keyword),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_keyword_FilamentLamp_id" ON "FilamentLamp_keyword" ("FilamentLamp_id");
CREATE INDEX "ix_FilamentLamp_keyword_keyword" ON "FilamentLamp_keyword" (keyword);

CREATE TABLE "FilamentLamp_property" (
	"FilamentLamp_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("FilamentLamp_id", property_id),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_FilamentLamp_property_property_id" ON "FilamentLamp_property" (property_id);
CREATE INDEX "ix_FilamentLamp_property_FilamentLamp_id" ON "FilamentLamp_property" ("FilamentLamp_id");

CREATE TABLE "FilamentLamp_original_spelling" (
	"FilamentLamp_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("FilamentLamp_id", original_spelling),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);
CREATE INDEX "ix_FilamentLamp_original_spelling_FilamentLamp_id" ON "FilamentLamp_original_spelling" ("FilamentLamp_id");
CREATE INDEX "ix_FilamentLamp_original_spelling_original_spelling" ON "FilamentLamp_original_spelling" (original_spelling);

CREATE TABLE "LightEmittingDiode_type" (
	"LightEmittingDiode_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", type),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_type_type" ON "LightEmittingDiode_type" (type);
CREATE INDEX "ix_LightEmittingDiode_type_LightEmittingDiode_id" ON "LightEmittingDiode_type" ("LightEmittingDiode_id");

CREATE TABLE "LightEmittingDiode_description" (
	"LightEmittingDiode_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", description),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_description_LightEmittingDiode_id" ON "LightEmittingDiode_description" ("LightEmittingDiode_id");
CREATE INDEX "ix_LightEmittingDiode_description_description" ON "LightEmittingDiode_description" (description);

CREATE TABLE "LightEmittingDiode_identifier" (
	"LightEmittingDiode_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", identifier),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_identifier_LightEmittingDiode_id" ON "LightEmittingDiode_identifier" ("LightEmittingDiode_id");
CREATE INDEX "ix_LightEmittingDiode_identifier_identifier" ON "LightEmittingDiode_identifier" (identifier);

CREATE TABLE "LightEmittingDiode_alternate_name" (
	"LightEmittingDiode_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", alternate_name),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_alternate_name_alternate_name" ON "LightEmittingDiode_alternate_name" (alternate_name);
CREATE INDEX "ix_LightEmittingDiode_alternate_name_LightEmittingDiode_id" ON "LightEmittingDiode_alternate_name" ("LightEmittingDiode_id");

CREATE TABLE "LightEmittingDiode_url" (
	"LightEmittingDiode_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", url),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_url_url" ON "LightEmittingDiode_url" (url);
CREATE INDEX "ix_LightEmittingDiode_url_LightEmittingDiode_id" ON "LightEmittingDiode_url" ("LightEmittingDiode_id");

CREATE TABLE "LightEmittingDiode_see_also" (
	"LightEmittingDiode_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", see_also),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_see_also_see_also" ON "LightEmittingDiode_see_also" (see_also);
CREATE INDEX "ix_LightEmittingDiode_see_also_LightEmittingDiode_id" ON "LightEmittingDiode_see_also" ("LightEmittingDiode_id");

CREATE TABLE "LightEmittingDiode_keyword" (
	"LightEmittingDiode_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", keyword),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_keyword_LightEmittingDiode_id" ON "LightEmittingDiode_keyword" ("LightEmittingDiode_id");
CREATE INDEX "ix_LightEmittingDiode_keyword_keyword" ON "LightEmittingDiode_keyword" (keyword);

CREATE TABLE "LightEmittingDiode_property" (
	"LightEmittingDiode_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", property_id),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_LightEmittingDiode_property_LightEmittingDiode_id" ON "LightEmittingDiode_property" ("LightEmittingDiode_id");
CREATE INDEX "ix_LightEmittingDiode_property_property_id" ON "LightEmittingDiode_property" (property_id);

CREATE TABLE "LightEmittingDiode_original_spelling" (
	"LightEmittingDiode_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", original_spelling),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);
CREATE INDEX "ix_LightEmittingDiode_original_spelling_LightEmittingDiode_id" ON "LightEmittingDiode_original_spelling" ("LightEmittingDiode_id");
CREATE INDEX "ix_LightEmittingDiode_original_spelling_original_spelling" ON "LightEmittingDiode_original_spelling" (original_spelling);

CREATE TABLE "GenericExcitationSource_type" (
	"GenericExcitationSource_id" TEXT,
	type TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", type),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_type_GenericExcitationSource_id" ON "GenericExcitationSource_type" ("GenericExcitationSource_id");
CREATE INDEX "ix_GenericExcitationSource_type_type" ON "GenericExcitationSource_type" (type);

CREATE TABLE "GenericExcitationSource_description" (
	"GenericExcitationSource_id" TEXT,
	description TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", description),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_description_GenericExcitationSource_id" ON "GenericExcitationSource_description" ("GenericExcitationSource_id");
CREATE INDEX "ix_GenericExcitationSource_description_description" ON "GenericExcitationSource_description" (description);

CREATE TABLE "GenericExcitationSource_identifier" (
	"GenericExcitationSource_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", identifier),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_identifier_identifier" ON "GenericExcitationSource_identifier" (identifier);
CREATE INDEX "ix_GenericExcitationSource_identifier_GenericExcitationSource_id" ON "GenericExcitationSource_identifier" ("GenericExcitationSource_id");

CREATE TABLE "GenericExcitationSource_alternate_name" (
	"GenericExcitationSource_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", alternate_name),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_alternate_name_GenericExcitationSource_id" ON "GenericExcitationSource_alternate_name" ("GenericExcitationSource_id");
CREATE INDEX "ix_GenericExcitationSource_alternate_name_alternate_name" ON "GenericExcitationSource_alternate_name" (alternate_name);

CREATE TABLE "GenericExcitationSource_url" (
	"GenericExcitationSource_id" TEXT,
	url TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", url),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_url_url" ON "GenericExcitationSource_url" (url);
CREATE INDEX "ix_GenericExcitationSource_url_GenericExcitationSource_id" ON "GenericExcitationSource_url" ("GenericExcitationSource_id");

CREATE TABLE "GenericExcitationSource_see_also" (
	"GenericExcitationSource_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", see_also),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_see_also_GenericExcitationSource_id" ON "GenericExcitationSource_see_also" ("GenericExcitationSource_id");
CREATE INDEX "ix_GenericExcitationSource_see_also_see_also" ON "GenericExcitationSource_see_also" (see_also);

CREATE TABLE "GenericExcitationSource_keyword" (
	"GenericExcitationSource_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", keyword),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_keyword_keyword" ON "GenericExcitationSource_keyword" (keyword);
CREATE INDEX "ix_GenericExcitationSource_keyword_GenericExcitationSource_id" ON "GenericExcitationSource_keyword" ("GenericExcitationSource_id");

CREATE TABLE "GenericExcitationSource_property" (
	"GenericExcitationSource_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", property_id),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_GenericExcitationSource_property_GenericExcitationSource_id" ON "GenericExcitationSource_property" ("GenericExcitationSource_id");
CREATE INDEX "ix_GenericExcitationSource_property_property_id" ON "GenericExcitationSource_property" (property_id);

CREATE TABLE "GenericExcitationSource_original_spelling" (
	"GenericExcitationSource_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", original_spelling),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);
CREATE INDEX "ix_GenericExcitationSource_original_spelling_original_spelling" ON "GenericExcitationSource_original_spelling" (original_spelling);
CREATE INDEX "ix_GenericExcitationSource_original_spelling_GenericExcitationSource_id" ON "GenericExcitationSource_original_spelling" ("GenericExcitationSource_id");

CREATE TABLE "Objective_type" (
	"Objective_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Objective_id", type),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_type_type" ON "Objective_type" (type);
CREATE INDEX "ix_Objective_type_Objective_id" ON "Objective_type" ("Objective_id");

CREATE TABLE "Objective_description" (
	"Objective_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Objective_id", description),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_description_Objective_id" ON "Objective_description" ("Objective_id");
CREATE INDEX "ix_Objective_description_description" ON "Objective_description" (description);

CREATE TABLE "Objective_identifier" (
	"Objective_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Objective_id", identifier),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_identifier_Objective_id" ON "Objective_identifier" ("Objective_id");
CREATE INDEX "ix_Objective_identifier_identifier" ON "Objective_identifier" (identifier);

CREATE TABLE "Objective_alternate_name" (
	"Objective_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Objective_id", alternate_name),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_alternate_name_alternate_name" ON "Objective_alternate_name" (alternate_name);
CREATE INDEX "ix_Objective_alternate_name_Objective_id" ON "Objective_alternate_name" ("Objective_id");

CREATE TABLE "Objective_url" (
	"Objective_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Objective_id", url),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_url_Objective_id" ON "Objective_url" ("Objective_id");
CREATE INDEX "ix_Objective_url_url" ON "Objective_url" (url);

CREATE TABLE "Objective_see_also" (
	"Objective_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Objective_id", see_also),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_see_also_see_also" ON "Objective_see_also" (see_also);
CREATE INDEX "ix_Objective_see_also_Objective_id" ON "Objective_see_also" ("Objective_id");

CREATE TABLE "Objective_keyword" (
	"Objective_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Objective_id", keyword),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_keyword_Objective_id" ON "Objective_keyword" ("Objective_id");
CREATE INDEX "ix_Objective_keyword_keyword" ON "Objective_keyword" (keyword);

CREATE TABLE "Objective_property" (
	"Objective_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Objective_id", property_id),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Objective_property_Objective_id" ON "Objective_property" ("Objective_id");
CREATE INDEX "ix_Objective_property_property_id" ON "Objective_property" (property_id);

CREATE TABLE "Objective_original_spelling" (
	"Objective_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Objective_id", original_spelling),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);
CREATE INDEX "ix_Objective_original_spelling_original_spelling" ON "Objective_original_spelling" (original_spelling);
CREATE INDEX "ix_Objective_original_spelling_Objective_id" ON "Objective_original_spelling" ("Objective_id");

CREATE TABLE "Filter_type" (
	"Filter_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Filter_id", type),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_type_Filter_id" ON "Filter_type" ("Filter_id");
CREATE INDEX "ix_Filter_type_type" ON "Filter_type" (type);

CREATE TABLE "Filter_description" (
	"Filter_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Filter_id", description),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_description_Filter_id" ON "Filter_description" ("Filter_id");
CREATE INDEX "ix_Filter_description_description" ON "Filter_description" (description);

CREATE TABLE "Filter_identifier" (
	"Filter_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Filter_id", identifier),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_identifier_identifier" ON "Filter_identifier" (identifier);
CREATE INDEX "ix_Filter_identifier_Filter_id" ON "Filter_identifier" ("Filter_id");

CREATE TABLE "Filter_alternate_name" (
	"Filter_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Filter_id", alternate_name),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_alternate_name_alternate_name" ON "Filter_alternate_name" (alternate_name);
CREATE INDEX "ix_Filter_alternate_name_Filter_id" ON "Filter_alternate_name" ("Filter_id");

CREATE TABLE "Filter_url" (
	"Filter_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Filter_id", url),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_url_Filter_id" ON "Filter_url" ("Filter_id");
CREATE INDEX "ix_Filter_url_url" ON "Filter_url" (url);

CREATE TABLE "Filter_see_also" (
	"Filter_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Filter_id", see_also),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_see_also_Filter_id" ON "Filter_see_also" ("Filter_id");
CREATE INDEX "ix_Filter_see_also_see_also" ON "Filter_see_also" (see_also);

CREATE TABLE "Filter_keyword" (
	"Filter_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Filter_id", keyword),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_keyword_keyword" ON "Filter_keyword" (keyword);
CREATE INDEX "ix_Filter_keyword_Filter_id" ON "Filter_keyword" ("Filter_id");

CREATE TABLE "Filter_property" (
	"Filter_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Filter_id", property_id),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Filter_property_Filter_id" ON "Filter_property" ("Filter_id");
CREATE INDEX "ix_Filter_property_property_id" ON "Filter_property" (property_id);

CREATE TABLE "Filter_original_spelling" (
	"Filter_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Filter_id", original_spelling),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);
CREATE INDEX "ix_Filter_original_spelling_original_spelling" ON "Filter_original_spelling" (original_spelling);
CREATE INDEX "ix_Filter_original_spelling_Filter_id" ON "Filter_original_spelling" ("Filter_id");

CREATE TABLE "Dichroic_type" (
	"Dichroic_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Dichroic_id", type),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_type_type" ON "Dichroic_type" (type);
CREATE INDEX "ix_Dichroic_type_Dichroic_id" ON "Dichroic_type" ("Dichroic_id");

CREATE TABLE "Dichroic_description" (
	"Dichroic_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Dichroic_id", description),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_description_description" ON "Dichroic_description" (description);
CREATE INDEX "ix_Dichroic_description_Dichroic_id" ON "Dichroic_description" ("Dichroic_id");

CREATE TABLE "Dichroic_identifier" (
	"Dichroic_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Dichroic_id", identifier),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_identifier_Dichroic_id" ON "Dichroic_identifier" ("Dichroic_id");
CREATE INDEX "ix_Dichroic_identifier_identifier" ON "Dichroic_identifier" (identifier);

CREATE TABLE "Dichroic_alternate_name" (
	"Dichroic_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Dichroic_id", alternate_name),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_alternate_name_Dichroic_id" ON "Dichroic_alternate_name" ("Dichroic_id");
CREATE INDEX "ix_Dichroic_alternate_name_alternate_name" ON "Dichroic_alternate_name" (alternate_name);

CREATE TABLE "Dichroic_url" (
	"Dichroic_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Dichroic_id", url),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_url_Dichroic_id" ON "Dichroic_url" ("Dichroic_id");
CREATE INDEX "ix_Dichroic_url_url" ON "Dichroic_url" (url);

CREATE TABLE "Dichroic_see_also" (
	"Dichroic_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Dichroic_id", see_also),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_see_also_see_also" ON "Dichroic_see_also" (see_also);
CREATE INDEX "ix_Dichroic_see_also_Dichroic_id" ON "Dichroic_see_also" ("Dichroic_id");

CREATE TABLE "Dichroic_keyword" (
	"Dichroic_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Dichroic_id", keyword),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_keyword_Dichroic_id" ON "Dichroic_keyword" ("Dichroic_id");
CREATE INDEX "ix_Dichroic_keyword_keyword" ON "Dichroic_keyword" (keyword);

CREATE TABLE "Dichroic_property" (
	"Dichroic_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Dichroic_id", property_id),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Dichroic_property_Dichroic_id" ON "Dichroic_property" ("Dichroic_id");
CREATE INDEX "ix_Dichroic_property_property_id" ON "Dichroic_property" (property_id);

CREATE TABLE "Dichroic_original_spelling" (
	"Dichroic_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Dichroic_id", original_spelling),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);
CREATE INDEX "ix_Dichroic_original_spelling_original_spelling" ON "Dichroic_original_spelling" (original_spelling);
CREATE INDEX "ix_Dichroic_original_spelling_Dichroic_id" ON "Dichroic_original_spelling" ("Dichroic_id");

CREATE TABLE "Detector_type" (
	"Detector_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Detector_id", type),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_type_Detector_id" ON "Detector_type" ("Detector_id");
CREATE INDEX "ix_Detector_type_type" ON "Detector_type" (type);

CREATE TABLE "Detector_description" (
	"Detector_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Detector_id", description),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_description_description" ON "Detector_description" (description);
CREATE INDEX "ix_Detector_description_Detector_id" ON "Detector_description" ("Detector_id");

CREATE TABLE "Detector_identifier" (
	"Detector_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Detector_id", identifier),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_identifier_identifier" ON "Detector_identifier" (identifier);
CREATE INDEX "ix_Detector_identifier_Detector_id" ON "Detector_identifier" ("Detector_id");

CREATE TABLE "Detector_alternate_name" (
	"Detector_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Detector_id", alternate_name),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_alternate_name_Detector_id" ON "Detector_alternate_name" ("Detector_id");
CREATE INDEX "ix_Detector_alternate_name_alternate_name" ON "Detector_alternate_name" (alternate_name);

CREATE TABLE "Detector_url" (
	"Detector_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Detector_id", url),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_url_Detector_id" ON "Detector_url" ("Detector_id");
CREATE INDEX "ix_Detector_url_url" ON "Detector_url" (url);

CREATE TABLE "Detector_see_also" (
	"Detector_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Detector_id", see_also),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_see_also_Detector_id" ON "Detector_see_also" ("Detector_id");
CREATE INDEX "ix_Detector_see_also_see_also" ON "Detector_see_also" (see_also);

CREATE TABLE "Detector_keyword" (
	"Detector_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Detector_id", keyword),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_keyword_Detector_id" ON "Detector_keyword" ("Detector_id");
CREATE INDEX "ix_Detector_keyword_keyword" ON "Detector_keyword" (keyword);

CREATE TABLE "Detector_property" (
	"Detector_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Detector_id", property_id),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Detector_property_Detector_id" ON "Detector_property" ("Detector_id");
CREATE INDEX "ix_Detector_property_property_id" ON "Detector_property" (property_id);

CREATE TABLE "Detector_original_spelling" (
	"Detector_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Detector_id", original_spelling),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);
CREATE INDEX "ix_Detector_original_spelling_Detector_id" ON "Detector_original_spelling" ("Detector_id");
CREATE INDEX "ix_Detector_original_spelling_original_spelling" ON "Detector_original_spelling" (original_spelling);

CREATE TABLE "Channel" (
	channel_index INTEGER,
	fluorophore TEXT,
	fluorophore_term TEXT,
	excitation_wavelength TEXT,
	emission_wavelength TEXT,
	contrast_method TEXT,
	illumination_type TEXT,
	acquisition_mode TEXT,
	pinhole_size TEXT,
	color TEXT,
	samples_per_pixel INTEGER,
	nd_filter FLOAT,
	pockel_cell_setting INTEGER,
	light_path TEXT,
	filter_set TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(fluorophore_term) REFERENCES "OntologyTerm" (id),
	FOREIGN KEY(excitation_wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(emission_wavelength) REFERENCES "Quantity" (id),
	FOREIGN KEY(pinhole_size) REFERENCES "Quantity" (id),
	FOREIGN KEY(light_path) REFERENCES "LightPath" (id),
	FOREIGN KEY(filter_set) REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_Channel_id" ON "Channel" (id);

CREATE TABLE "Laser_type" (
	"Laser_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Laser_id", type),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_type_type" ON "Laser_type" (type);
CREATE INDEX "ix_Laser_type_Laser_id" ON "Laser_type" ("Laser_id");

CREATE TABLE "Laser_description" (
	"Laser_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Laser_id", description),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_description_Laser_id" ON "Laser_description" ("Laser_id");
CREATE INDEX "ix_Laser_description_description" ON "Laser_description" (description);

CREATE TABLE "Laser_identifier" (
	"Laser_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Laser_id", identifier),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_identifier_Laser_id" ON "Laser_identifier" ("Laser_id");
CREATE INDEX "ix_Laser_identifier_identifier" ON "Laser_identifier" (identifier);

CREATE TABLE "Laser_alternate_name" (
	"Laser_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Laser_id", alternate_name),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_alternate_name_Laser_id" ON "Laser_alternate_name" ("Laser_id");
CREATE INDEX "ix_Laser_alternate_name_alternate_name" ON "Laser_alternate_name" (alternate_name);

CREATE TABLE "Laser_url" (
	"Laser_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Laser_id", url),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_url_Laser_id" ON "Laser_url" ("Laser_id");
CREATE INDEX "ix_Laser_url_url" ON "Laser_url" (url);

CREATE TABLE "Laser_see_also" (
	"Laser_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Laser_id", see_also),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_see_also_see_also" ON "Laser_see_also" (see_also);
CREATE INDEX "ix_Laser_see_also_Laser_id" ON "Laser_see_also" ("Laser_id");

CREATE TABLE "Laser_keyword" (
	"Laser_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Laser_id", keyword),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_keyword_Laser_id" ON "Laser_keyword" ("Laser_id");
CREATE INDEX "ix_Laser_keyword_keyword" ON "Laser_keyword" (keyword);

CREATE TABLE "Laser_property" (
	"Laser_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Laser_id", property_id),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Laser_property_property_id" ON "Laser_property" (property_id);
CREATE INDEX "ix_Laser_property_Laser_id" ON "Laser_property" ("Laser_id");

CREATE TABLE "Laser_original_spelling" (
	"Laser_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Laser_id", original_spelling),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);
CREATE INDEX "ix_Laser_original_spelling_Laser_id" ON "Laser_original_spelling" ("Laser_id");
CREATE INDEX "ix_Laser_original_spelling_original_spelling" ON "Laser_original_spelling" (original_spelling);

CREATE TABLE "FilterSet_excitation_filter" (
	"FilterSet_id" TEXT,
	excitation_filter_id TEXT,
	PRIMARY KEY ("FilterSet_id", excitation_filter_id),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id),
	FOREIGN KEY(excitation_filter_id) REFERENCES "Filter" (id)
);
CREATE INDEX "ix_FilterSet_excitation_filter_FilterSet_id" ON "FilterSet_excitation_filter" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_excitation_filter_excitation_filter_id" ON "FilterSet_excitation_filter" (excitation_filter_id);

CREATE TABLE "FilterSet_emission_filter" (
	"FilterSet_id" TEXT,
	emission_filter_id TEXT,
	PRIMARY KEY ("FilterSet_id", emission_filter_id),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id),
	FOREIGN KEY(emission_filter_id) REFERENCES "Filter" (id)
);
CREATE INDEX "ix_FilterSet_emission_filter_emission_filter_id" ON "FilterSet_emission_filter" (emission_filter_id);
CREATE INDEX "ix_FilterSet_emission_filter_FilterSet_id" ON "FilterSet_emission_filter" ("FilterSet_id");

CREATE TABLE "FilterSet_type" (
	"FilterSet_id" TEXT,
	type TEXT,
	PRIMARY KEY ("FilterSet_id", type),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_type_FilterSet_id" ON "FilterSet_type" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_type_type" ON "FilterSet_type" (type);

CREATE TABLE "FilterSet_description" (
	"FilterSet_id" TEXT,
	description TEXT,
	PRIMARY KEY ("FilterSet_id", description),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_description_description" ON "FilterSet_description" (description);
CREATE INDEX "ix_FilterSet_description_FilterSet_id" ON "FilterSet_description" ("FilterSet_id");

CREATE TABLE "FilterSet_identifier" (
	"FilterSet_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("FilterSet_id", identifier),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_identifier_FilterSet_id" ON "FilterSet_identifier" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_identifier_identifier" ON "FilterSet_identifier" (identifier);

CREATE TABLE "FilterSet_alternate_name" (
	"FilterSet_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("FilterSet_id", alternate_name),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_alternate_name_FilterSet_id" ON "FilterSet_alternate_name" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_alternate_name_alternate_name" ON "FilterSet_alternate_name" (alternate_name);

CREATE TABLE "FilterSet_url" (
	"FilterSet_id" TEXT,
	url TEXT,
	PRIMARY KEY ("FilterSet_id", url),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_url_FilterSet_id" ON "FilterSet_url" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_url_url" ON "FilterSet_url" (url);

CREATE TABLE "FilterSet_see_also" (
	"FilterSet_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("FilterSet_id", see_also),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_see_also_FilterSet_id" ON "FilterSet_see_also" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_see_also_see_also" ON "FilterSet_see_also" (see_also);

CREATE TABLE "FilterSet_keyword" (
	"FilterSet_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("FilterSet_id", keyword),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_keyword_FilterSet_id" ON "FilterSet_keyword" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_keyword_keyword" ON "FilterSet_keyword" (keyword);

CREATE TABLE "FilterSet_property" (
	"FilterSet_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("FilterSet_id", property_id),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_FilterSet_property_property_id" ON "FilterSet_property" (property_id);
CREATE INDEX "ix_FilterSet_property_FilterSet_id" ON "FilterSet_property" ("FilterSet_id");

CREATE TABLE "FilterSet_original_spelling" (
	"FilterSet_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("FilterSet_id", original_spelling),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);
CREATE INDEX "ix_FilterSet_original_spelling_FilterSet_id" ON "FilterSet_original_spelling" ("FilterSet_id");
CREATE INDEX "ix_FilterSet_original_spelling_original_spelling" ON "FilterSet_original_spelling" (original_spelling);

CREATE TABLE "ImageAcquisition_objective_settings" (
	"ImageAcquisition_id" TEXT,
	objective_settings_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", objective_settings_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(objective_settings_id) REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ImageAcquisition_objective_settings_objective_settings_id" ON "ImageAcquisition_objective_settings" (objective_settings_id);
CREATE INDEX "ix_ImageAcquisition_objective_settings_ImageAcquisition_id" ON "ImageAcquisition_objective_settings" ("ImageAcquisition_id");

CREATE TABLE "ObjectiveSettings_type" (
	"ObjectiveSettings_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", type),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_type_ObjectiveSettings_id" ON "ObjectiveSettings_type" ("ObjectiveSettings_id");
CREATE INDEX "ix_ObjectiveSettings_type_type" ON "ObjectiveSettings_type" (type);

CREATE TABLE "ObjectiveSettings_description" (
	"ObjectiveSettings_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", description),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_description_ObjectiveSettings_id" ON "ObjectiveSettings_description" ("ObjectiveSettings_id");
CREATE INDEX "ix_ObjectiveSettings_description_description" ON "ObjectiveSettings_description" (description);

CREATE TABLE "ObjectiveSettings_identifier" (
	"ObjectiveSettings_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", identifier),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_identifier_ObjectiveSettings_id" ON "ObjectiveSettings_identifier" ("ObjectiveSettings_id");
CREATE INDEX "ix_ObjectiveSettings_identifier_identifier" ON "ObjectiveSettings_identifier" (identifier);

CREATE TABLE "ObjectiveSettings_alternate_name" (
	"ObjectiveSettings_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", alternate_name),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_alternate_name_ObjectiveSettings_id" ON "ObjectiveSettings_alternate_name" ("ObjectiveSettings_id");
CREATE INDEX "ix_ObjectiveSettings_alternate_name_alternate_name" ON "ObjectiveSettings_alternate_name" (alternate_name);

CREATE TABLE "ObjectiveSettings_url" (
	"ObjectiveSettings_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", url),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_url_ObjectiveSettings_id" ON "ObjectiveSettings_url" ("ObjectiveSettings_id");
CREATE INDEX "ix_ObjectiveSettings_url_url" ON "ObjectiveSettings_url" (url);

CREATE TABLE "ObjectiveSettings_see_also" (
	"ObjectiveSettings_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", see_also),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_see_also_see_also" ON "ObjectiveSettings_see_also" (see_also);
CREATE INDEX "ix_ObjectiveSettings_see_also_ObjectiveSettings_id" ON "ObjectiveSettings_see_also" ("ObjectiveSettings_id");

CREATE TABLE "ObjectiveSettings_keyword" (
	"ObjectiveSettings_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", keyword),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_keyword_ObjectiveSettings_id" ON "ObjectiveSettings_keyword" ("ObjectiveSettings_id");
CREATE INDEX "ix_ObjectiveSettings_keyword_keyword" ON "ObjectiveSettings_keyword" (keyword);

CREATE TABLE "ObjectiveSettings_property" (
	"ObjectiveSettings_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", property_id),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_ObjectiveSettings_property_ObjectiveSettings_id" ON "ObjectiveSettings_property" ("ObjectiveSettings_id");
CREATE INDEX "ix_ObjectiveSettings_property_property_id" ON "ObjectiveSettings_property" (property_id);

CREATE TABLE "ObjectiveSettings_original_spelling" (
	"ObjectiveSettings_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", original_spelling),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);
CREATE INDEX "ix_ObjectiveSettings_original_spelling_original_spelling" ON "ObjectiveSettings_original_spelling" (original_spelling);
CREATE INDEX "ix_ObjectiveSettings_original_spelling_ObjectiveSettings_id" ON "ObjectiveSettings_original_spelling" ("ObjectiveSettings_id");

CREATE TABLE "LightSourceSettings_type" (
	"LightSourceSettings_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightSourceSettings_id", type),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_type_LightSourceSettings_id" ON "LightSourceSettings_type" ("LightSourceSettings_id");
CREATE INDEX "ix_LightSourceSettings_type_type" ON "LightSourceSettings_type" (type);

CREATE TABLE "LightSourceSettings_description" (
	"LightSourceSettings_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightSourceSettings_id", description),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_description_description" ON "LightSourceSettings_description" (description);
CREATE INDEX "ix_LightSourceSettings_description_LightSourceSettings_id" ON "LightSourceSettings_description" ("LightSourceSettings_id");

CREATE TABLE "LightSourceSettings_identifier" (
	"LightSourceSettings_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightSourceSettings_id", identifier),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_identifier_identifier" ON "LightSourceSettings_identifier" (identifier);
CREATE INDEX "ix_LightSourceSettings_identifier_LightSourceSettings_id" ON "LightSourceSettings_identifier" ("LightSourceSettings_id");

CREATE TABLE "LightSourceSettings_alternate_name" (
	"LightSourceSettings_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightSourceSettings_id", alternate_name),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_alternate_name_LightSourceSettings_id" ON "LightSourceSettings_alternate_name" ("LightSourceSettings_id");
CREATE INDEX "ix_LightSourceSettings_alternate_name_alternate_name" ON "LightSourceSettings_alternate_name" (alternate_name);

CREATE TABLE "LightSourceSettings_url" (
	"LightSourceSettings_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightSourceSettings_id", url),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_url_LightSourceSettings_id" ON "LightSourceSettings_url" ("LightSourceSettings_id");
CREATE INDEX "ix_LightSourceSettings_url_url" ON "LightSourceSettings_url" (url);

CREATE TABLE "LightSourceSettings_see_also" (
	"LightSourceSettings_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightSourceSettings_id", see_also),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_see_also_see_also" ON "LightSourceSettings_see_also" (see_also);
CREATE INDEX "ix_LightSourceSettings_see_also_LightSourceSettings_id" ON "LightSourceSettings_see_also" ("LightSourceSettings_id");

CREATE TABLE "LightSourceSettings_keyword" (
	"LightSourceSettings_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightSourceSettings_id", keyword),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_keyword_LightSourceSettings_id" ON "LightSourceSettings_keyword" ("LightSourceSettings_id");
CREATE INDEX "ix_LightSourceSettings_keyword_keyword" ON "LightSourceSettings_keyword" (keyword);

CREATE TABLE "LightSourceSettings_property" (
	"LightSourceSettings_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightSourceSettings_id", property_id),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_LightSourceSettings_property_LightSourceSettings_id" ON "LightSourceSettings_property" ("LightSourceSettings_id");
CREATE INDEX "ix_LightSourceSettings_property_property_id" ON "LightSourceSettings_property" (property_id);

CREATE TABLE "LightSourceSettings_original_spelling" (
	"LightSourceSettings_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightSourceSettings_id", original_spelling),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_LightSourceSettings_original_spelling_LightSourceSettings_id" ON "LightSourceSettings_original_spelling" ("LightSourceSettings_id");
CREATE INDEX "ix_LightSourceSettings_original_spelling_original_spelling" ON "LightSourceSettings_original_spelling" (original_spelling);

CREATE TABLE "DetectorSettings_type" (
	"DetectorSettings_id" TEXT,
	type TEXT,
	PRIMARY KEY ("DetectorSettings_id", type),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_type_DetectorSettings_id" ON "DetectorSettings_type" ("DetectorSettings_id");
CREATE INDEX "ix_DetectorSettings_type_type" ON "DetectorSettings_type" (type);

CREATE TABLE "DetectorSettings_description" (
	"DetectorSettings_id" TEXT,
	description TEXT,
	PRIMARY KEY ("DetectorSettings_id", description),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_description_description" ON "DetectorSettings_description" (description);
CREATE INDEX "ix_DetectorSettings_description_DetectorSettings_id" ON "DetectorSettings_description" ("DetectorSettings_id");

CREATE TABLE "DetectorSettings_identifier" (
	"DetectorSettings_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("DetectorSettings_id", identifier),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_identifier_DetectorSettings_id" ON "DetectorSettings_identifier" ("DetectorSettings_id");
CREATE INDEX "ix_DetectorSettings_identifier_identifier" ON "DetectorSettings_identifier" (identifier);

CREATE TABLE "DetectorSettings_alternate_name" (
	"DetectorSettings_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("DetectorSettings_id", alternate_name),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_alternate_name_alternate_name" ON "DetectorSettings_alternate_name" (alternate_name);
CREATE INDEX "ix_DetectorSettings_alternate_name_DetectorSettings_id" ON "DetectorSettings_alternate_name" ("DetectorSettings_id");

CREATE TABLE "DetectorSettings_url" (
	"DetectorSettings_id" TEXT,
	url TEXT,
	PRIMARY KEY ("DetectorSettings_id", url),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_url_url" ON "DetectorSettings_url" (url);
CREATE INDEX "ix_DetectorSettings_url_DetectorSettings_id" ON "DetectorSettings_url" ("DetectorSettings_id");

CREATE TABLE "DetectorSettings_see_also" (
	"DetectorSettings_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("DetectorSettings_id", see_also),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_see_also_see_also" ON "DetectorSettings_see_also" (see_also);
CREATE INDEX "ix_DetectorSettings_see_also_DetectorSettings_id" ON "DetectorSettings_see_also" ("DetectorSettings_id");

CREATE TABLE "DetectorSettings_keyword" (
	"DetectorSettings_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("DetectorSettings_id", keyword),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_keyword_DetectorSettings_id" ON "DetectorSettings_keyword" ("DetectorSettings_id");
CREATE INDEX "ix_DetectorSettings_keyword_keyword" ON "DetectorSettings_keyword" (keyword);

CREATE TABLE "DetectorSettings_property" (
	"DetectorSettings_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("DetectorSettings_id", property_id),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_DetectorSettings_property_property_id" ON "DetectorSettings_property" (property_id);
CREATE INDEX "ix_DetectorSettings_property_DetectorSettings_id" ON "DetectorSettings_property" ("DetectorSettings_id");

CREATE TABLE "DetectorSettings_original_spelling" (
	"DetectorSettings_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("DetectorSettings_id", original_spelling),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_DetectorSettings_original_spelling_DetectorSettings_id" ON "DetectorSettings_original_spelling" ("DetectorSettings_id");
CREATE INDEX "ix_DetectorSettings_original_spelling_original_spelling" ON "DetectorSettings_original_spelling" (original_spelling);

CREATE TABLE "LightPath_excitation_filter" (
	"LightPath_id" TEXT,
	excitation_filter_id TEXT,
	PRIMARY KEY ("LightPath_id", excitation_filter_id),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id),
	FOREIGN KEY(excitation_filter_id) REFERENCES "Filter" (id)
);
CREATE INDEX "ix_LightPath_excitation_filter_excitation_filter_id" ON "LightPath_excitation_filter" (excitation_filter_id);
CREATE INDEX "ix_LightPath_excitation_filter_LightPath_id" ON "LightPath_excitation_filter" ("LightPath_id");

CREATE TABLE "LightPath_emission_filter" (
	"LightPath_id" TEXT,
	emission_filter_id TEXT,
	PRIMARY KEY ("LightPath_id", emission_filter_id),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id),
	FOREIGN KEY(emission_filter_id) REFERENCES "Filter" (id)
);
CREATE INDEX "ix_LightPath_emission_filter_emission_filter_id" ON "LightPath_emission_filter" (emission_filter_id);
CREATE INDEX "ix_LightPath_emission_filter_LightPath_id" ON "LightPath_emission_filter" ("LightPath_id");

CREATE TABLE "LightPath_type" (
	"LightPath_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightPath_id", type),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_type_type" ON "LightPath_type" (type);
CREATE INDEX "ix_LightPath_type_LightPath_id" ON "LightPath_type" ("LightPath_id");

CREATE TABLE "LightPath_description" (
	"LightPath_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightPath_id", description),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_description_description" ON "LightPath_description" (description);
CREATE INDEX "ix_LightPath_description_LightPath_id" ON "LightPath_description" ("LightPath_id");

CREATE TABLE "LightPath_identifier" (
	"LightPath_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightPath_id", identifier),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_identifier_LightPath_id" ON "LightPath_identifier" ("LightPath_id");
CREATE INDEX "ix_LightPath_identifier_identifier" ON "LightPath_identifier" (identifier);

CREATE TABLE "LightPath_alternate_name" (
	"LightPath_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightPath_id", alternate_name),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_alternate_name_alternate_name" ON "LightPath_alternate_name" (alternate_name);
CREATE INDEX "ix_LightPath_alternate_name_LightPath_id" ON "LightPath_alternate_name" ("LightPath_id");

CREATE TABLE "LightPath_url" (
	"LightPath_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightPath_id", url),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_url_LightPath_id" ON "LightPath_url" ("LightPath_id");
CREATE INDEX "ix_LightPath_url_url" ON "LightPath_url" (url);

CREATE TABLE "LightPath_see_also" (
	"LightPath_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightPath_id", see_also),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_see_also_LightPath_id" ON "LightPath_see_also" ("LightPath_id");
CREATE INDEX "ix_LightPath_see_also_see_also" ON "LightPath_see_also" (see_also);

CREATE TABLE "LightPath_keyword" (
	"LightPath_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightPath_id", keyword),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_keyword_LightPath_id" ON "LightPath_keyword" ("LightPath_id");
CREATE INDEX "ix_LightPath_keyword_keyword" ON "LightPath_keyword" (keyword);

CREATE TABLE "LightPath_property" (
	"LightPath_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightPath_id", property_id),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_LightPath_property_LightPath_id" ON "LightPath_property" ("LightPath_id");
CREATE INDEX "ix_LightPath_property_property_id" ON "LightPath_property" (property_id);

CREATE TABLE "LightPath_original_spelling" (
	"LightPath_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightPath_id", original_spelling),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);
CREATE INDEX "ix_LightPath_original_spelling_LightPath_id" ON "LightPath_original_spelling" ("LightPath_id");
CREATE INDEX "ix_LightPath_original_spelling_original_spelling" ON "LightPath_original_spelling" (original_spelling);

CREATE TABLE "ImageAcquisition_channel" (
	"ImageAcquisition_id" TEXT,
	channel_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", channel_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(channel_id) REFERENCES "Channel" (id)
);
CREATE INDEX "ix_ImageAcquisition_channel_ImageAcquisition_id" ON "ImageAcquisition_channel" ("ImageAcquisition_id");
CREATE INDEX "ix_ImageAcquisition_channel_channel_id" ON "ImageAcquisition_channel" (channel_id);

CREATE TABLE "Channel_light_source_settings" (
	"Channel_id" TEXT,
	light_source_settings_id TEXT,
	PRIMARY KEY ("Channel_id", light_source_settings_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(light_source_settings_id) REFERENCES "LightSourceSettings" (id)
);
CREATE INDEX "ix_Channel_light_source_settings_Channel_id" ON "Channel_light_source_settings" ("Channel_id");
CREATE INDEX "ix_Channel_light_source_settings_light_source_settings_id" ON "Channel_light_source_settings" (light_source_settings_id);

CREATE TABLE "Channel_detector_settings" (
	"Channel_id" TEXT,
	detector_settings_id TEXT,
	PRIMARY KEY ("Channel_id", detector_settings_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(detector_settings_id) REFERENCES "DetectorSettings" (id)
);
CREATE INDEX "ix_Channel_detector_settings_detector_settings_id" ON "Channel_detector_settings" (detector_settings_id);
CREATE INDEX "ix_Channel_detector_settings_Channel_id" ON "Channel_detector_settings" ("Channel_id");

CREATE TABLE "Channel_labelling" (
	"Channel_id" TEXT,
	labelling_id TEXT,
	PRIMARY KEY ("Channel_id", labelling_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(labelling_id) REFERENCES "Labelling" (id)
);
CREATE INDEX "ix_Channel_labelling_Channel_id" ON "Channel_labelling" ("Channel_id");
CREATE INDEX "ix_Channel_labelling_labelling_id" ON "Channel_labelling" (labelling_id);

CREATE TABLE "Channel_target" (
	"Channel_id" TEXT,
	target_id TEXT,
	PRIMARY KEY ("Channel_id", target_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(target_id) REFERENCES "Entity" (id)
);
CREATE INDEX "ix_Channel_target_Channel_id" ON "Channel_target" ("Channel_id");
CREATE INDEX "ix_Channel_target_target_id" ON "Channel_target" (target_id);

CREATE TABLE "Channel_type" (
	"Channel_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Channel_id", type),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_type_type" ON "Channel_type" (type);
CREATE INDEX "ix_Channel_type_Channel_id" ON "Channel_type" ("Channel_id");

CREATE TABLE "Channel_description" (
	"Channel_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Channel_id", description),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_description_Channel_id" ON "Channel_description" ("Channel_id");
CREATE INDEX "ix_Channel_description_description" ON "Channel_description" (description);

CREATE TABLE "Channel_identifier" (
	"Channel_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Channel_id", identifier),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_identifier_Channel_id" ON "Channel_identifier" ("Channel_id");
CREATE INDEX "ix_Channel_identifier_identifier" ON "Channel_identifier" (identifier);

CREATE TABLE "Channel_alternate_name" (
	"Channel_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Channel_id", alternate_name),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_alternate_name_alternate_name" ON "Channel_alternate_name" (alternate_name);
CREATE INDEX "ix_Channel_alternate_name_Channel_id" ON "Channel_alternate_name" ("Channel_id");

CREATE TABLE "Channel_url" (
	"Channel_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Channel_id", url),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_url_url" ON "Channel_url" (url);
CREATE INDEX "ix_Channel_url_Channel_id" ON "Channel_url" ("Channel_id");

CREATE TABLE "Channel_see_also" (
	"Channel_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Channel_id", see_also),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_see_also_Channel_id" ON "Channel_see_also" ("Channel_id");
CREATE INDEX "ix_Channel_see_also_see_also" ON "Channel_see_also" (see_also);

CREATE TABLE "Channel_keyword" (
	"Channel_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Channel_id", keyword),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_keyword_Channel_id" ON "Channel_keyword" ("Channel_id");
CREATE INDEX "ix_Channel_keyword_keyword" ON "Channel_keyword" (keyword);

CREATE TABLE "Channel_property" (
	"Channel_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Channel_id", property_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);
CREATE INDEX "ix_Channel_property_property_id" ON "Channel_property" (property_id);
CREATE INDEX "ix_Channel_property_Channel_id" ON "Channel_property" ("Channel_id");

CREATE TABLE "Channel_original_spelling" (
	"Channel_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Channel_id", original_spelling),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Channel_original_spelling_Channel_id" ON "Channel_original_spelling" ("Channel_id");
CREATE INDEX "ix_Channel_original_spelling_original_spelling" ON "Channel_original_spelling" (original_spelling);

CREATE TABLE "Image_channel" (
	"Image_id" TEXT,
	channel_id TEXT,
	PRIMARY KEY ("Image_id", channel_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(channel_id) REFERENCES "Channel" (id)
);
CREATE INDEX "ix_Image_channel_Image_id" ON "Image_channel" ("Image_id");
CREATE INDEX "ix_Image_channel_channel_id" ON "Image_channel" (channel_id);
