-- Generated from ontologies/schema for SQLite and its kin.

CREATE TABLE "Entity" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "OntologyTerm" (
	term_code TEXT,
	in_vocabulary TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Taxon" (
	scientific_name TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Gene" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Quantity" (
	value FLOAT NOT NULL,
	unit TEXT NOT NULL,
	original_value TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "DataSize" (
	value TEXT,
	unit_code TEXT,
	unit_text TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Person" (
	given_name TEXT,
	family_name TEXT,
	address TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Organisation" (
	address TEXT,
	parent_organisation TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(parent_organisation) REFERENCES "Organisation" (id)
);

CREATE TABLE "Grant" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Publication" (
	date_published TEXT,
	author_text TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Biosample" (
	sex TEXT,
	age TEXT,
	developmental_stage TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Labelling" (
	channel_label TEXT,
	contrast_mechanism TEXT,
	fluorophore TEXT,
	dilution TEXT,
	cycle_number INTEGER,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Phenotype" (
	score_type TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Protocol" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

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

CREATE TABLE "File" (
	size_bytes INTEGER,
	format TEXT,
	checksum TEXT,
	checksum_algorithm TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

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

CREATE TABLE "Annotation" (
	method TEXT,
	criteria TEXT,
	coverage TEXT,
	confidence TEXT,
	namespace TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "ComputationalEnvironment" (
	container_image TEXT,
	container_digest TEXT,
	operating_system TEXT,
	hardware TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "LinkedThing" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "Agent" (
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE "PropertyValue" (
	value TEXT,
	unit_text TEXT,
	unit_code TEXT,
	value_term TEXT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(value_term) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Facility" (
	address TEXT,
	parent_organisation TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(parent_organisation) REFERENCES "Organisation" (id)
);

CREATE TABLE "Study" (
	publisher TEXT,
	date_published TEXT,
	date_created TEXT,
	license TEXT,
	copyright_notice TEXT,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(publisher) REFERENCES "Organisation" (id)
);

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

CREATE TABLE "Software" (
	version TEXT,
	developer TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(developer) REFERENCES "Organisation" (id)
);

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
	format TEXT,
	compression TEXT,
	plane_count INTEGER,
	roi_count INTEGER,
	plate TEXT,
	well TEXT,
	experimental_status TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(acquisition) REFERENCES "Entity" (id),
	FOREIGN KEY(physical_size_x) REFERENCES "Quantity" (id),
	FOREIGN KEY(physical_size_y) REFERENCES "Quantity" (id),
	FOREIGN KEY(physical_size_z) REFERENCES "Quantity" (id),
	FOREIGN KEY(time_increment) REFERENCES "Quantity" (id)
);

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

CREATE TABLE "QualityControl" (
	metric TEXT,
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
	PRIMARY KEY (id),
	FOREIGN KEY(result) REFERENCES "Quantity" (id),
	FOREIGN KEY(procedure) REFERENCES "Protocol" (id),
	FOREIGN KEY(performed_by) REFERENCES "Person" (id)
);

CREATE TABLE "Reconciliation" (
	kind_of_thing TEXT,
	"left" TEXT NOT NULL,
	"right" TEXT NOT NULL,
	decision TEXT NOT NULL,
	score FLOAT,
	attributed_to TEXT,
	decided TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("left") REFERENCES "LinkedThing" (id),
	FOREIGN KEY("right") REFERENCES "Entity" (id),
	FOREIGN KEY(attributed_to) REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_type" (
	"Entity_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Entity_id", type),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_description" (
	"Entity_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Entity_id", description),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_identifier" (
	"Entity_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Entity_id", identifier),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_alternate_name" (
	"Entity_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Entity_id", alternate_name),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_url" (
	"Entity_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Entity_id", url),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_see_also" (
	"Entity_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Entity_id", see_also),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_keyword" (
	"Entity_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Entity_id", keyword),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "Entity_original_spelling" (
	"Entity_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Entity_id", original_spelling),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id)
);

CREATE TABLE "OntologyTerm_type" (
	"OntologyTerm_id" TEXT,
	type TEXT,
	PRIMARY KEY ("OntologyTerm_id", type),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "OntologyTerm_description" (
	"OntologyTerm_id" TEXT,
	description TEXT,
	PRIMARY KEY ("OntologyTerm_id", description),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "OntologyTerm_identifier" (
	"OntologyTerm_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("OntologyTerm_id", identifier),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "OntologyTerm_alternate_name" (
	"OntologyTerm_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("OntologyTerm_id", alternate_name),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "OntologyTerm_url" (
	"OntologyTerm_id" TEXT,
	url TEXT,
	PRIMARY KEY ("OntologyTerm_id", url),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "OntologyTerm_see_also" (
	"OntologyTerm_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("OntologyTerm_id", see_also),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "OntologyTerm_keyword" (
	"OntologyTerm_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("OntologyTerm_id", keyword),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "OntologyTerm_original_spelling" (
	"OntologyTerm_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("OntologyTerm_id", original_spelling),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Taxon_vernacular_name" (
	"Taxon_id" TEXT,
	vernacular_name TEXT,
	PRIMARY KEY ("Taxon_id", vernacular_name),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_type" (
	"Taxon_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Taxon_id", type),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_description" (
	"Taxon_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Taxon_id", description),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_identifier" (
	"Taxon_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Taxon_id", identifier),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_alternate_name" (
	"Taxon_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Taxon_id", alternate_name),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_url" (
	"Taxon_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Taxon_id", url),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_see_also" (
	"Taxon_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Taxon_id", see_also),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_keyword" (
	"Taxon_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Taxon_id", keyword),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Taxon_original_spelling" (
	"Taxon_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Taxon_id", original_spelling),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id)
);

CREATE TABLE "Gene_type" (
	"Gene_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Gene_id", type),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Gene_description" (
	"Gene_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Gene_id", description),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Gene_identifier" (
	"Gene_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Gene_id", identifier),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Gene_alternate_name" (
	"Gene_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Gene_id", alternate_name),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Gene_url" (
	"Gene_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Gene_id", url),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Gene_see_also" (
	"Gene_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Gene_id", see_also),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Gene_keyword" (
	"Gene_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Gene_id", keyword),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Gene_original_spelling" (
	"Gene_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Gene_id", original_spelling),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id)
);

CREATE TABLE "Quantity_type" (
	"Quantity_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Quantity_id", type),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "Quantity_description" (
	"Quantity_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Quantity_id", description),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "Quantity_identifier" (
	"Quantity_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Quantity_id", identifier),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "Quantity_alternate_name" (
	"Quantity_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Quantity_id", alternate_name),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "Quantity_url" (
	"Quantity_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Quantity_id", url),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "Quantity_see_also" (
	"Quantity_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Quantity_id", see_also),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "Quantity_keyword" (
	"Quantity_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Quantity_id", keyword),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "Quantity_original_spelling" (
	"Quantity_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Quantity_id", original_spelling),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id)
);

CREATE TABLE "DataSize_type" (
	"DataSize_id" TEXT,
	type TEXT,
	PRIMARY KEY ("DataSize_id", type),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "DataSize_description" (
	"DataSize_id" TEXT,
	description TEXT,
	PRIMARY KEY ("DataSize_id", description),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "DataSize_identifier" (
	"DataSize_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("DataSize_id", identifier),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "DataSize_alternate_name" (
	"DataSize_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("DataSize_id", alternate_name),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "DataSize_url" (
	"DataSize_id" TEXT,
	url TEXT,
	PRIMARY KEY ("DataSize_id", url),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "DataSize_see_also" (
	"DataSize_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("DataSize_id", see_also),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "DataSize_keyword" (
	"DataSize_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("DataSize_id", keyword),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "DataSize_original_spelling" (
	"DataSize_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("DataSize_id", original_spelling),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id)
);

CREATE TABLE "Person_email" (
	"Person_id" TEXT,
	email TEXT,
	PRIMARY KEY ("Person_id", email),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_affiliation" (
	"Person_id" TEXT,
	affiliation_id TEXT,
	PRIMARY KEY ("Person_id", affiliation_id),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id),
	FOREIGN KEY(affiliation_id) REFERENCES "Organisation" (id)
);

CREATE TABLE "Person_role" (
	"Person_id" TEXT,
	role TEXT,
	PRIMARY KEY ("Person_id", role),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_type" (
	"Person_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Person_id", type),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_description" (
	"Person_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Person_id", description),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_identifier" (
	"Person_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Person_id", identifier),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_alternate_name" (
	"Person_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Person_id", alternate_name),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_url" (
	"Person_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Person_id", url),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_see_also" (
	"Person_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Person_id", see_also),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_keyword" (
	"Person_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Person_id", keyword),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Person_original_spelling" (
	"Person_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Person_id", original_spelling),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id)
);

CREATE TABLE "Organisation_type" (
	"Organisation_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Organisation_id", type),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Organisation_description" (
	"Organisation_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Organisation_id", description),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Organisation_identifier" (
	"Organisation_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Organisation_id", identifier),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Organisation_alternate_name" (
	"Organisation_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Organisation_id", alternate_name),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Organisation_url" (
	"Organisation_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Organisation_id", url),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Organisation_see_also" (
	"Organisation_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Organisation_id", see_also),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Organisation_keyword" (
	"Organisation_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Organisation_id", keyword),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Organisation_original_spelling" (
	"Organisation_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Organisation_id", original_spelling),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id)
);

CREATE TABLE "Grant_funder" (
	"Grant_id" TEXT,
	funder_id TEXT,
	PRIMARY KEY ("Grant_id", funder_id),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id),
	FOREIGN KEY(funder_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Grant_type" (
	"Grant_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Grant_id", type),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Grant_description" (
	"Grant_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Grant_id", description),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Grant_identifier" (
	"Grant_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Grant_id", identifier),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Grant_alternate_name" (
	"Grant_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Grant_id", alternate_name),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Grant_url" (
	"Grant_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Grant_id", url),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Grant_see_also" (
	"Grant_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Grant_id", see_also),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Grant_keyword" (
	"Grant_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Grant_id", keyword),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Grant_original_spelling" (
	"Grant_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Grant_id", original_spelling),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id)
);

CREATE TABLE "Publication_type" (
	"Publication_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Publication_id", type),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Publication_description" (
	"Publication_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Publication_id", description),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Publication_identifier" (
	"Publication_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Publication_id", identifier),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Publication_alternate_name" (
	"Publication_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Publication_id", alternate_name),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Publication_url" (
	"Publication_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Publication_id", url),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Publication_see_also" (
	"Publication_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Publication_id", see_also),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Publication_keyword" (
	"Publication_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Publication_id", keyword),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Publication_original_spelling" (
	"Publication_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Publication_id", original_spelling),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id)
);

CREATE TABLE "Biosample_strain" (
	"Biosample_id" TEXT,
	strain TEXT,
	PRIMARY KEY ("Biosample_id", strain),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_genotype" (
	"Biosample_id" TEXT,
	genotype TEXT,
	PRIMARY KEY ("Biosample_id", genotype),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_intrinsic_variable" (
	"Biosample_id" TEXT,
	intrinsic_variable TEXT,
	PRIMARY KEY ("Biosample_id", intrinsic_variable),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_extrinsic_variable" (
	"Biosample_id" TEXT,
	extrinsic_variable TEXT,
	PRIMARY KEY ("Biosample_id", extrinsic_variable),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_experimental_variable" (
	"Biosample_id" TEXT,
	experimental_variable TEXT,
	PRIMARY KEY ("Biosample_id", experimental_variable),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_growth_protocol" (
	"Biosample_id" TEXT,
	growth_protocol_id TEXT,
	PRIMARY KEY ("Biosample_id", growth_protocol_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(growth_protocol_id) REFERENCES "Protocol" (id)
);

CREATE TABLE "Biosample_organism" (
	"Biosample_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Biosample_id", organism_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);

CREATE TABLE "Biosample_cell_line" (
	"Biosample_id" TEXT,
	cell_line_id TEXT,
	PRIMARY KEY ("Biosample_id", cell_line_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(cell_line_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Biosample_gene" (
	"Biosample_id" TEXT,
	gene_id TEXT,
	PRIMARY KEY ("Biosample_id", gene_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(gene_id) REFERENCES "Gene" (id)
);

CREATE TABLE "Biosample_compound" (
	"Biosample_id" TEXT,
	compound_id TEXT,
	PRIMARY KEY ("Biosample_id", compound_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(compound_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Biosample_phenotype" (
	"Biosample_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Biosample_id", phenotype_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);

CREATE TABLE "Biosample_biological_entity" (
	"Biosample_id" TEXT,
	biological_entity_id TEXT,
	PRIMARY KEY ("Biosample_id", biological_entity_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(biological_entity_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Biosample_disease" (
	"Biosample_id" TEXT,
	disease_id TEXT,
	PRIMARY KEY ("Biosample_id", disease_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(disease_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Biosample_type" (
	"Biosample_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Biosample_id", type),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_description" (
	"Biosample_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Biosample_id", description),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_identifier" (
	"Biosample_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Biosample_id", identifier),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_alternate_name" (
	"Biosample_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Biosample_id", alternate_name),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_url" (
	"Biosample_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Biosample_id", url),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_see_also" (
	"Biosample_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Biosample_id", see_also),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_keyword" (
	"Biosample_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Biosample_id", keyword),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Biosample_original_spelling" (
	"Biosample_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Biosample_id", original_spelling),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id)
);

CREATE TABLE "Labelling_target" (
	"Labelling_id" TEXT,
	target_id TEXT,
	PRIMARY KEY ("Labelling_id", target_id),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id),
	FOREIGN KEY(target_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Labelling_type" (
	"Labelling_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Labelling_id", type),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Labelling_description" (
	"Labelling_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Labelling_id", description),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Labelling_identifier" (
	"Labelling_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Labelling_id", identifier),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Labelling_alternate_name" (
	"Labelling_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Labelling_id", alternate_name),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Labelling_url" (
	"Labelling_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Labelling_id", url),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Labelling_see_also" (
	"Labelling_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Labelling_id", see_also),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Labelling_keyword" (
	"Labelling_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Labelling_id", keyword),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Labelling_original_spelling" (
	"Labelling_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Labelling_id", original_spelling),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id)
);

CREATE TABLE "Phenotype_term" (
	"Phenotype_id" TEXT,
	term_id TEXT,
	PRIMARY KEY ("Phenotype_id", term_id),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id),
	FOREIGN KEY(term_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Phenotype_type" (
	"Phenotype_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Phenotype_id", type),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Phenotype_description" (
	"Phenotype_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Phenotype_id", description),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Phenotype_identifier" (
	"Phenotype_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Phenotype_id", identifier),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Phenotype_alternate_name" (
	"Phenotype_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Phenotype_id", alternate_name),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Phenotype_url" (
	"Phenotype_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Phenotype_id", url),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Phenotype_see_also" (
	"Phenotype_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Phenotype_id", see_also),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Phenotype_keyword" (
	"Phenotype_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Phenotype_id", keyword),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Phenotype_original_spelling" (
	"Phenotype_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Phenotype_id", original_spelling),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id)
);

CREATE TABLE "Protocol_protocol_type" (
	"Protocol_id" TEXT,
	protocol_type_id TEXT,
	PRIMARY KEY ("Protocol_id", protocol_type_id),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id),
	FOREIGN KEY(protocol_type_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Protocol_technique" (
	"Protocol_id" TEXT,
	technique_id TEXT,
	PRIMARY KEY ("Protocol_id", technique_id),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id),
	FOREIGN KEY(technique_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Protocol_equipment" (
	"Protocol_id" TEXT,
	equipment TEXT,
	PRIMARY KEY ("Protocol_id", equipment),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_type" (
	"Protocol_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Protocol_id", type),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_description" (
	"Protocol_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Protocol_id", description),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_identifier" (
	"Protocol_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Protocol_id", identifier),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_alternate_name" (
	"Protocol_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Protocol_id", alternate_name),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_url" (
	"Protocol_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Protocol_id", url),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_see_also" (
	"Protocol_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Protocol_id", see_also),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_keyword" (
	"Protocol_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Protocol_id", keyword),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Protocol_original_spelling" (
	"Protocol_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Protocol_id", original_spelling),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id)
);

CREATE TABLE "Plane_type" (
	"Plane_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Plane_id", type),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "Plane_description" (
	"Plane_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Plane_id", description),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "Plane_identifier" (
	"Plane_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Plane_id", identifier),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "Plane_alternate_name" (
	"Plane_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Plane_id", alternate_name),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "Plane_url" (
	"Plane_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Plane_id", url),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "Plane_see_also" (
	"Plane_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Plane_id", see_also),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "Plane_keyword" (
	"Plane_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Plane_id", keyword),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "Plane_original_spelling" (
	"Plane_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Plane_id", original_spelling),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id)
);

CREATE TABLE "File_location" (
	"File_id" TEXT,
	location TEXT,
	PRIMARY KEY ("File_id", location),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_type" (
	"File_id" TEXT,
	type TEXT,
	PRIMARY KEY ("File_id", type),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_description" (
	"File_id" TEXT,
	description TEXT,
	PRIMARY KEY ("File_id", description),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_identifier" (
	"File_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("File_id", identifier),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_alternate_name" (
	"File_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("File_id", alternate_name),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_url" (
	"File_id" TEXT,
	url TEXT,
	PRIMARY KEY ("File_id", url),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_see_also" (
	"File_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("File_id", see_also),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_keyword" (
	"File_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("File_id", keyword),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "File_original_spelling" (
	"File_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("File_id", original_spelling),
	FOREIGN KEY("File_id") REFERENCES "File" (id)
);

CREATE TABLE "ImageCorrelation_type" (
	"ImageCorrelation_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImageCorrelation_id", type),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "ImageCorrelation_description" (
	"ImageCorrelation_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImageCorrelation_id", description),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "ImageCorrelation_identifier" (
	"ImageCorrelation_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImageCorrelation_id", identifier),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "ImageCorrelation_alternate_name" (
	"ImageCorrelation_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImageCorrelation_id", alternate_name),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "ImageCorrelation_url" (
	"ImageCorrelation_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImageCorrelation_id", url),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "ImageCorrelation_see_also" (
	"ImageCorrelation_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImageCorrelation_id", see_also),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "ImageCorrelation_keyword" (
	"ImageCorrelation_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImageCorrelation_id", keyword),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "ImageCorrelation_original_spelling" (
	"ImageCorrelation_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImageCorrelation_id", original_spelling),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "Annotation_annotation_type" (
	"Annotation_id" TEXT,
	annotation_type TEXT,
	PRIMARY KEY ("Annotation_id", annotation_type),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_value" (
	"Annotation_id" TEXT,
	value TEXT,
	PRIMARY KEY ("Annotation_id", value),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_author" (
	"Annotation_id" TEXT,
	author_id TEXT,
	PRIMARY KEY ("Annotation_id", author_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(author_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Annotation_term" (
	"Annotation_id" TEXT,
	term_id TEXT,
	PRIMARY KEY ("Annotation_id", term_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(term_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Annotation_file" (
	"Annotation_id" TEXT,
	file_id TEXT,
	PRIMARY KEY ("Annotation_id", file_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(file_id) REFERENCES "File" (id)
);

CREATE TABLE "Annotation_type" (
	"Annotation_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Annotation_id", type),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_description" (
	"Annotation_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Annotation_id", description),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_identifier" (
	"Annotation_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Annotation_id", identifier),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_alternate_name" (
	"Annotation_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Annotation_id", alternate_name),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_url" (
	"Annotation_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Annotation_id", url),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_see_also" (
	"Annotation_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Annotation_id", see_also),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_keyword" (
	"Annotation_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Annotation_id", keyword),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "Annotation_original_spelling" (
	"Annotation_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Annotation_id", original_spelling),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id)
);

CREATE TABLE "ComputationalEnvironment_dependency" (
	"ComputationalEnvironment_id" TEXT,
	dependency TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", dependency),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_type" (
	"ComputationalEnvironment_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", type),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_description" (
	"ComputationalEnvironment_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", description),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_identifier" (
	"ComputationalEnvironment_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", identifier),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_alternate_name" (
	"ComputationalEnvironment_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", alternate_name),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_url" (
	"ComputationalEnvironment_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", url),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_see_also" (
	"ComputationalEnvironment_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", see_also),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_keyword" (
	"ComputationalEnvironment_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", keyword),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "ComputationalEnvironment_original_spelling" (
	"ComputationalEnvironment_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", original_spelling),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id)
);

CREATE TABLE "LinkedThing_same_as" (
	"LinkedThing_id" TEXT,
	same_as_id TEXT,
	PRIMARY KEY ("LinkedThing_id", same_as_id),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id),
	FOREIGN KEY(same_as_id) REFERENCES "Entity" (id)
);

CREATE TABLE "LinkedThing_type" (
	"LinkedThing_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LinkedThing_id", type),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "LinkedThing_description" (
	"LinkedThing_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LinkedThing_id", description),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "LinkedThing_identifier" (
	"LinkedThing_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LinkedThing_id", identifier),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "LinkedThing_alternate_name" (
	"LinkedThing_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LinkedThing_id", alternate_name),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "LinkedThing_url" (
	"LinkedThing_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LinkedThing_id", url),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "LinkedThing_see_also" (
	"LinkedThing_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LinkedThing_id", see_also),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "LinkedThing_keyword" (
	"LinkedThing_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LinkedThing_id", keyword),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "LinkedThing_original_spelling" (
	"LinkedThing_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LinkedThing_id", original_spelling),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id)
);

CREATE TABLE "Agent_type" (
	"Agent_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Agent_id", type),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

CREATE TABLE "Agent_description" (
	"Agent_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Agent_id", description),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

CREATE TABLE "Agent_identifier" (
	"Agent_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Agent_id", identifier),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

CREATE TABLE "Agent_alternate_name" (
	"Agent_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Agent_id", alternate_name),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

CREATE TABLE "Agent_url" (
	"Agent_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Agent_id", url),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

CREATE TABLE "Agent_see_also" (
	"Agent_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Agent_id", see_also),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

CREATE TABLE "Agent_keyword" (
	"Agent_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Agent_id", keyword),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

CREATE TABLE "Agent_original_spelling" (
	"Agent_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Agent_id", original_spelling),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id)
);

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

CREATE TABLE "ImageAcquisition" (
	acquisition_date TEXT,
	imaging_environment TEXT,
	stage_label TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(imaging_environment) REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "Entity_property" (
	"Entity_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Entity_id", property_id),
	FOREIGN KEY("Entity_id") REFERENCES "Entity" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "OntologyTerm_property" (
	"OntologyTerm_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("OntologyTerm_id", property_id),
	FOREIGN KEY("OntologyTerm_id") REFERENCES "OntologyTerm" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Taxon_property" (
	"Taxon_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Taxon_id", property_id),
	FOREIGN KEY("Taxon_id") REFERENCES "Taxon" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Gene_property" (
	"Gene_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Gene_id", property_id),
	FOREIGN KEY("Gene_id") REFERENCES "Gene" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_type" (
	"PropertyValue_id" TEXT,
	type TEXT,
	PRIMARY KEY ("PropertyValue_id", type),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_description" (
	"PropertyValue_id" TEXT,
	description TEXT,
	PRIMARY KEY ("PropertyValue_id", description),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_identifier" (
	"PropertyValue_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("PropertyValue_id", identifier),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_alternate_name" (
	"PropertyValue_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("PropertyValue_id", alternate_name),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_url" (
	"PropertyValue_id" TEXT,
	url TEXT,
	PRIMARY KEY ("PropertyValue_id", url),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_see_also" (
	"PropertyValue_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("PropertyValue_id", see_also),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_keyword" (
	"PropertyValue_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("PropertyValue_id", keyword),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_property" (
	"PropertyValue_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("PropertyValue_id", property_id),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "PropertyValue_original_spelling" (
	"PropertyValue_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("PropertyValue_id", original_spelling),
	FOREIGN KEY("PropertyValue_id") REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Quantity_property" (
	"Quantity_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Quantity_id", property_id),
	FOREIGN KEY("Quantity_id") REFERENCES "Quantity" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "DataSize_property" (
	"DataSize_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("DataSize_id", property_id),
	FOREIGN KEY("DataSize_id") REFERENCES "DataSize" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Person_property" (
	"Person_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Person_id", property_id),
	FOREIGN KEY("Person_id") REFERENCES "Person" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Organisation_property" (
	"Organisation_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Organisation_id", property_id),
	FOREIGN KEY("Organisation_id") REFERENCES "Organisation" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Facility_type" (
	"Facility_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Facility_id", type),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Facility_description" (
	"Facility_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Facility_id", description),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Facility_identifier" (
	"Facility_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Facility_id", identifier),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Facility_alternate_name" (
	"Facility_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Facility_id", alternate_name),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Facility_url" (
	"Facility_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Facility_id", url),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Facility_see_also" (
	"Facility_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Facility_id", see_also),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Facility_keyword" (
	"Facility_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Facility_id", keyword),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Facility_property" (
	"Facility_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Facility_id", property_id),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Facility_original_spelling" (
	"Facility_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Facility_id", original_spelling),
	FOREIGN KEY("Facility_id") REFERENCES "Facility" (id)
);

CREATE TABLE "Grant_property" (
	"Grant_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Grant_id", property_id),
	FOREIGN KEY("Grant_id") REFERENCES "Grant" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Publication_property" (
	"Publication_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Publication_id", property_id),
	FOREIGN KEY("Publication_id") REFERENCES "Publication" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Study_study_type" (
	"Study_id" TEXT,
	study_type_id TEXT,
	PRIMARY KEY ("Study_id", study_type_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(study_type_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Study_author" (
	"Study_id" TEXT,
	author_id TEXT,
	PRIMARY KEY ("Study_id", author_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(author_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Study_contributor" (
	"Study_id" TEXT,
	contributor_id TEXT,
	PRIMARY KEY ("Study_id", contributor_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(contributor_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Study_about" (
	"Study_id" TEXT,
	about_id TEXT,
	PRIMARY KEY ("Study_id", about_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(about_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Study_organism" (
	"Study_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Study_id", organism_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);

CREATE TABLE "Study_imaging_method" (
	"Study_id" TEXT,
	imaging_method_id TEXT,
	PRIMARY KEY ("Study_id", imaging_method_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(imaging_method_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Study_biosample" (
	"Study_id" TEXT,
	biosample_id TEXT,
	PRIMARY KEY ("Study_id", biosample_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(biosample_id) REFERENCES "Biosample" (id)
);

CREATE TABLE "Study_specimen" (
	"Study_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("Study_id", specimen_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);

CREATE TABLE "Study_protocol" (
	"Study_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("Study_id", protocol_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);

CREATE TABLE "Study_reagent" (
	"Study_id" TEXT,
	reagent_id TEXT,
	PRIMARY KEY ("Study_id", reagent_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(reagent_id) REFERENCES "Reagent" (id)
);

CREATE TABLE "Study_image" (
	"Study_id" TEXT,
	image_id TEXT,
	PRIMARY KEY ("Study_id", image_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(image_id) REFERENCES "Image" (id)
);

CREATE TABLE "Study_correlation" (
	"Study_id" TEXT,
	correlation_id TEXT,
	PRIMARY KEY ("Study_id", correlation_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(correlation_id) REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "Study_annotation" (
	"Study_id" TEXT,
	annotation_id TEXT,
	PRIMARY KEY ("Study_id", annotation_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(annotation_id) REFERENCES "Annotation" (id)
);

CREATE TABLE "Study_analysis" (
	"Study_id" TEXT,
	analysis_id TEXT,
	PRIMARY KEY ("Study_id", analysis_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(analysis_id) REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "Study_quality_control" (
	"Study_id" TEXT,
	quality_control_id TEXT,
	PRIMARY KEY ("Study_id", quality_control_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(quality_control_id) REFERENCES "QualityControl" (id)
);

CREATE TABLE "Study_publication" (
	"Study_id" TEXT,
	publication_id TEXT,
	PRIMARY KEY ("Study_id", publication_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(publication_id) REFERENCES "Publication" (id)
);

CREATE TABLE "Study_funder" (
	"Study_id" TEXT,
	funder_id TEXT,
	PRIMARY KEY ("Study_id", funder_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(funder_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Study_size" (
	"Study_id" TEXT,
	size_id TEXT,
	PRIMARY KEY ("Study_id", size_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(size_id) REFERENCES "DataSize" (id)
);

CREATE TABLE "Study_thumbnail" (
	"Study_id" TEXT,
	thumbnail TEXT,
	PRIMARY KEY ("Study_id", thumbnail),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_phenotype" (
	"Study_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Study_id", phenotype_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);

CREATE TABLE "Study_type" (
	"Study_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Study_id", type),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_description" (
	"Study_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Study_id", description),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_identifier" (
	"Study_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Study_id", identifier),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_alternate_name" (
	"Study_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Study_id", alternate_name),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_url" (
	"Study_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Study_id", url),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_see_also" (
	"Study_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Study_id", see_also),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_keyword" (
	"Study_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Study_id", keyword),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Study_property" (
	"Study_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Study_id", property_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Study_original_spelling" (
	"Study_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Study_id", original_spelling),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id)
);

CREATE TABLE "Biosample_property" (
	"Biosample_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Biosample_id", property_id),
	FOREIGN KEY("Biosample_id") REFERENCES "Biosample" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Specimen_biosample" (
	"Specimen_id" TEXT,
	biosample_id TEXT,
	PRIMARY KEY ("Specimen_id", biosample_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(biosample_id) REFERENCES "Biosample" (id)
);

CREATE TABLE "Specimen_preparation" (
	"Specimen_id" TEXT,
	preparation_id TEXT,
	PRIMARY KEY ("Specimen_id", preparation_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(preparation_id) REFERENCES "Protocol" (id)
);

CREATE TABLE "Specimen_fixation" (
	"Specimen_id" TEXT,
	fixation_id TEXT,
	PRIMARY KEY ("Specimen_id", fixation_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(fixation_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Specimen_labelling" (
	"Specimen_id" TEXT,
	labelling_id TEXT,
	PRIMARY KEY ("Specimen_id", labelling_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(labelling_id) REFERENCES "Labelling" (id)
);

CREATE TABLE "Specimen_organism" (
	"Specimen_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Specimen_id", organism_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);

CREATE TABLE "Specimen_cell_line" (
	"Specimen_id" TEXT,
	cell_line_id TEXT,
	PRIMARY KEY ("Specimen_id", cell_line_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(cell_line_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Specimen_gene" (
	"Specimen_id" TEXT,
	gene_id TEXT,
	PRIMARY KEY ("Specimen_id", gene_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(gene_id) REFERENCES "Gene" (id)
);

CREATE TABLE "Specimen_compound" (
	"Specimen_id" TEXT,
	compound_id TEXT,
	PRIMARY KEY ("Specimen_id", compound_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(compound_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Specimen_phenotype" (
	"Specimen_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Specimen_id", phenotype_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);

CREATE TABLE "Specimen_biological_entity" (
	"Specimen_id" TEXT,
	biological_entity_id TEXT,
	PRIMARY KEY ("Specimen_id", biological_entity_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(biological_entity_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Specimen_disease" (
	"Specimen_id" TEXT,
	disease_id TEXT,
	PRIMARY KEY ("Specimen_id", disease_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(disease_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Specimen_type" (
	"Specimen_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Specimen_id", type),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Specimen_description" (
	"Specimen_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Specimen_id", description),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Specimen_identifier" (
	"Specimen_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Specimen_id", identifier),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Specimen_alternate_name" (
	"Specimen_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Specimen_id", alternate_name),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Specimen_url" (
	"Specimen_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Specimen_id", url),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Specimen_see_also" (
	"Specimen_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Specimen_id", see_also),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Specimen_keyword" (
	"Specimen_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Specimen_id", keyword),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Specimen_property" (
	"Specimen_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Specimen_id", property_id),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Specimen_original_spelling" (
	"Specimen_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Specimen_id", original_spelling),
	FOREIGN KEY("Specimen_id") REFERENCES "Specimen" (id)
);

CREATE TABLE "Labelling_reagent" (
	"Labelling_id" TEXT,
	reagent_id TEXT,
	PRIMARY KEY ("Labelling_id", reagent_id),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id),
	FOREIGN KEY(reagent_id) REFERENCES "Reagent" (id)
);

CREATE TABLE "Labelling_property" (
	"Labelling_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Labelling_id", property_id),
	FOREIGN KEY("Labelling_id") REFERENCES "Labelling" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Phenotype_property" (
	"Phenotype_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Phenotype_id", property_id),
	FOREIGN KEY("Phenotype_id") REFERENCES "Phenotype" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Protocol_property" (
	"Protocol_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Protocol_id", property_id),
	FOREIGN KEY("Protocol_id") REFERENCES "Protocol" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Reagent_type" (
	"Reagent_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Reagent_id", type),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Reagent_description" (
	"Reagent_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Reagent_id", description),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Reagent_identifier" (
	"Reagent_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Reagent_id", identifier),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Reagent_alternate_name" (
	"Reagent_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Reagent_id", alternate_name),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Reagent_url" (
	"Reagent_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Reagent_id", url),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Reagent_see_also" (
	"Reagent_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Reagent_id", see_also),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Reagent_keyword" (
	"Reagent_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Reagent_id", keyword),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Reagent_property" (
	"Reagent_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Reagent_id", property_id),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Reagent_original_spelling" (
	"Reagent_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Reagent_id", original_spelling),
	FOREIGN KEY("Reagent_id") REFERENCES "Reagent" (id)
);

CREATE TABLE "Antibody_target" (
	"Antibody_id" TEXT,
	target_id TEXT,
	PRIMARY KEY ("Antibody_id", target_id),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id),
	FOREIGN KEY(target_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Antibody_type" (
	"Antibody_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Antibody_id", type),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Antibody_description" (
	"Antibody_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Antibody_id", description),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Antibody_identifier" (
	"Antibody_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Antibody_id", identifier),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Antibody_alternate_name" (
	"Antibody_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Antibody_id", alternate_name),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Antibody_url" (
	"Antibody_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Antibody_id", url),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Antibody_see_also" (
	"Antibody_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Antibody_id", see_also),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Antibody_keyword" (
	"Antibody_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Antibody_id", keyword),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Antibody_property" (
	"Antibody_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Antibody_id", property_id),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Antibody_original_spelling" (
	"Antibody_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Antibody_id", original_spelling),
	FOREIGN KEY("Antibody_id") REFERENCES "Antibody" (id)
);

CREATE TABLE "Compound_type" (
	"Compound_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Compound_id", type),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Compound_description" (
	"Compound_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Compound_id", description),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Compound_identifier" (
	"Compound_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Compound_id", identifier),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Compound_alternate_name" (
	"Compound_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Compound_id", alternate_name),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Compound_url" (
	"Compound_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Compound_id", url),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Compound_see_also" (
	"Compound_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Compound_id", see_also),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Compound_keyword" (
	"Compound_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Compound_id", keyword),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Compound_property" (
	"Compound_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Compound_id", property_id),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Compound_original_spelling" (
	"Compound_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Compound_id", original_spelling),
	FOREIGN KEY("Compound_id") REFERENCES "Compound" (id)
);

CREATE TABLE "Library_type" (
	"Library_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Library_id", type),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Library_description" (
	"Library_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Library_id", description),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Library_identifier" (
	"Library_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Library_id", identifier),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Library_alternate_name" (
	"Library_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Library_id", alternate_name),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Library_url" (
	"Library_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Library_id", url),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Library_see_also" (
	"Library_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Library_id", see_also),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Library_keyword" (
	"Library_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Library_id", keyword),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Library_property" (
	"Library_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Library_id", property_id),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Library_original_spelling" (
	"Library_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Library_id", original_spelling),
	FOREIGN KEY("Library_id") REFERENCES "Library" (id)
);

CREATE TABLE "Software_type" (
	"Software_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Software_id", type),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "Software_description" (
	"Software_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Software_id", description),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "Software_identifier" (
	"Software_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Software_id", identifier),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "Software_alternate_name" (
	"Software_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Software_id", alternate_name),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "Software_url" (
	"Software_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Software_id", url),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "Software_see_also" (
	"Software_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Software_id", see_also),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "Software_keyword" (
	"Software_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Software_id", keyword),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "Software_property" (
	"Software_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Software_id", property_id),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Software_original_spelling" (
	"Software_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Software_id", original_spelling),
	FOREIGN KEY("Software_id") REFERENCES "Software" (id)
);

CREATE TABLE "ImagingEnvironment_type" (
	"ImagingEnvironment_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", type),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "ImagingEnvironment_description" (
	"ImagingEnvironment_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", description),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "ImagingEnvironment_identifier" (
	"ImagingEnvironment_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", identifier),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "ImagingEnvironment_alternate_name" (
	"ImagingEnvironment_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", alternate_name),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "ImagingEnvironment_url" (
	"ImagingEnvironment_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", url),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "ImagingEnvironment_see_also" (
	"ImagingEnvironment_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", see_also),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "ImagingEnvironment_keyword" (
	"ImagingEnvironment_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", keyword),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "ImagingEnvironment_property" (
	"ImagingEnvironment_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", property_id),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ImagingEnvironment_original_spelling" (
	"ImagingEnvironment_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImagingEnvironment_id", original_spelling),
	FOREIGN KEY("ImagingEnvironment_id") REFERENCES "ImagingEnvironment" (id)
);

CREATE TABLE "Plane_property" (
	"Plane_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Plane_id", property_id),
	FOREIGN KEY("Plane_id") REFERENCES "Plane" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Image_part_of" (
	"Image_id" TEXT,
	part_of_id TEXT,
	PRIMARY KEY ("Image_id", part_of_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(part_of_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Image_specimen" (
	"Image_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("Image_id", specimen_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);

CREATE TABLE "Image_derived_from" (
	"Image_id" TEXT,
	derived_from_id TEXT,
	PRIMARY KEY ("Image_id", derived_from_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(derived_from_id) REFERENCES "Image" (id)
);

CREATE TABLE "Image_file" (
	"Image_id" TEXT,
	file_id TEXT,
	PRIMARY KEY ("Image_id", file_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(file_id) REFERENCES "File" (id)
);

CREATE TABLE "Image_plane" (
	"Image_id" TEXT,
	plane_id TEXT,
	PRIMARY KEY ("Image_id", plane_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(plane_id) REFERENCES "Plane" (id)
);

CREATE TABLE "Image_annotation" (
	"Image_id" TEXT,
	annotation_id TEXT,
	PRIMARY KEY ("Image_id", annotation_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(annotation_id) REFERENCES "Annotation" (id)
);

CREATE TABLE "Image_quality_control" (
	"Image_id" TEXT,
	quality_control_id TEXT,
	PRIMARY KEY ("Image_id", quality_control_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(quality_control_id) REFERENCES "QualityControl" (id)
);

CREATE TABLE "Image_organism" (
	"Image_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("Image_id", organism_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);

CREATE TABLE "Image_cell_line" (
	"Image_id" TEXT,
	cell_line_id TEXT,
	PRIMARY KEY ("Image_id", cell_line_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(cell_line_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Image_gene" (
	"Image_id" TEXT,
	gene_id TEXT,
	PRIMARY KEY ("Image_id", gene_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(gene_id) REFERENCES "Gene" (id)
);

CREATE TABLE "Image_compound" (
	"Image_id" TEXT,
	compound_id TEXT,
	PRIMARY KEY ("Image_id", compound_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(compound_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Image_phenotype" (
	"Image_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("Image_id", phenotype_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);

CREATE TABLE "Image_biological_entity" (
	"Image_id" TEXT,
	biological_entity_id TEXT,
	PRIMARY KEY ("Image_id", biological_entity_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(biological_entity_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Image_disease" (
	"Image_id" TEXT,
	disease_id TEXT,
	PRIMARY KEY ("Image_id", disease_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(disease_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Image_type" (
	"Image_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Image_id", type),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "Image_description" (
	"Image_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Image_id", description),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "Image_identifier" (
	"Image_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Image_id", identifier),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "Image_alternate_name" (
	"Image_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Image_id", alternate_name),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "Image_url" (
	"Image_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Image_id", url),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "Image_see_also" (
	"Image_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Image_id", see_also),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "Image_keyword" (
	"Image_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Image_id", keyword),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "Image_property" (
	"Image_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Image_id", property_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Image_original_spelling" (
	"Image_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Image_id", original_spelling),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id)
);

CREATE TABLE "File_property" (
	"File_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("File_id", property_id),
	FOREIGN KEY("File_id") REFERENCES "File" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ImageCorrelation_image" (
	"ImageCorrelation_id" TEXT,
	image_id TEXT,
	PRIMARY KEY ("ImageCorrelation_id", image_id),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id),
	FOREIGN KEY(image_id) REFERENCES "Image" (id)
);

CREATE TABLE "ImageCorrelation_property" (
	"ImageCorrelation_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImageCorrelation_id", property_id),
	FOREIGN KEY("ImageCorrelation_id") REFERENCES "ImageCorrelation" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Annotation_source_image" (
	"Annotation_id" TEXT,
	source_image_id TEXT,
	PRIMARY KEY ("Annotation_id", source_image_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(source_image_id) REFERENCES "Image" (id)
);

CREATE TABLE "Annotation_property" (
	"Annotation_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Annotation_id", property_id),
	FOREIGN KEY("Annotation_id") REFERENCES "Annotation" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ImageAnalysis_software" (
	"ImageAnalysis_id" TEXT,
	software_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", software_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(software_id) REFERENCES "Software" (id)
);

CREATE TABLE "ImageAnalysis_parameter" (
	"ImageAnalysis_id" TEXT,
	parameter_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", parameter_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(parameter_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ImageAnalysis_input" (
	"ImageAnalysis_id" TEXT,
	input_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", input_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(input_id) REFERENCES "Entity" (id)
);

CREATE TABLE "ImageAnalysis_output" (
	"ImageAnalysis_id" TEXT,
	output_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", output_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(output_id) REFERENCES "Entity" (id)
);

CREATE TABLE "ImageAnalysis_protocol" (
	"ImageAnalysis_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", protocol_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);

CREATE TABLE "ImageAnalysis_type" (
	"ImageAnalysis_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImageAnalysis_id", type),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ImageAnalysis_description" (
	"ImageAnalysis_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImageAnalysis_id", description),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ImageAnalysis_identifier" (
	"ImageAnalysis_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImageAnalysis_id", identifier),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ImageAnalysis_alternate_name" (
	"ImageAnalysis_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImageAnalysis_id", alternate_name),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ImageAnalysis_url" (
	"ImageAnalysis_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImageAnalysis_id", url),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ImageAnalysis_see_also" (
	"ImageAnalysis_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImageAnalysis_id", see_also),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ImageAnalysis_keyword" (
	"ImageAnalysis_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImageAnalysis_id", keyword),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ImageAnalysis_property" (
	"ImageAnalysis_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImageAnalysis_id", property_id),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ImageAnalysis_original_spelling" (
	"ImageAnalysis_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImageAnalysis_id", original_spelling),
	FOREIGN KEY("ImageAnalysis_id") REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "ComputationalEnvironment_property" (
	"ComputationalEnvironment_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ComputationalEnvironment_id", property_id),
	FOREIGN KEY("ComputationalEnvironment_id") REFERENCES "ComputationalEnvironment" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "QualityControl_feature" (
	"QualityControl_id" TEXT,
	feature_id TEXT,
	PRIMARY KEY ("QualityControl_id", feature_id),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id),
	FOREIGN KEY(feature_id) REFERENCES "Entity" (id)
);

CREATE TABLE "QualityControl_type" (
	"QualityControl_id" TEXT,
	type TEXT,
	PRIMARY KEY ("QualityControl_id", type),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "QualityControl_description" (
	"QualityControl_id" TEXT,
	description TEXT,
	PRIMARY KEY ("QualityControl_id", description),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "QualityControl_identifier" (
	"QualityControl_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("QualityControl_id", identifier),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "QualityControl_alternate_name" (
	"QualityControl_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("QualityControl_id", alternate_name),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "QualityControl_url" (
	"QualityControl_id" TEXT,
	url TEXT,
	PRIMARY KEY ("QualityControl_id", url),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "QualityControl_see_also" (
	"QualityControl_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("QualityControl_id", see_also),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "QualityControl_keyword" (
	"QualityControl_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("QualityControl_id", keyword),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "QualityControl_property" (
	"QualityControl_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("QualityControl_id", property_id),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "QualityControl_original_spelling" (
	"QualityControl_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("QualityControl_id", original_spelling),
	FOREIGN KEY("QualityControl_id") REFERENCES "QualityControl" (id)
);

CREATE TABLE "Reconciliation_reason" (
	"Reconciliation_id" TEXT,
	reason TEXT,
	PRIMARY KEY ("Reconciliation_id", reason),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_evidence" (
	"Reconciliation_id" TEXT,
	evidence TEXT,
	PRIMARY KEY ("Reconciliation_id", evidence),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_type" (
	"Reconciliation_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Reconciliation_id", type),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_description" (
	"Reconciliation_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Reconciliation_id", description),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_identifier" (
	"Reconciliation_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Reconciliation_id", identifier),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_alternate_name" (
	"Reconciliation_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Reconciliation_id", alternate_name),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_url" (
	"Reconciliation_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Reconciliation_id", url),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_see_also" (
	"Reconciliation_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Reconciliation_id", see_also),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_keyword" (
	"Reconciliation_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Reconciliation_id", keyword),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "Reconciliation_property" (
	"Reconciliation_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Reconciliation_id", property_id),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Reconciliation_original_spelling" (
	"Reconciliation_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Reconciliation_id", original_spelling),
	FOREIGN KEY("Reconciliation_id") REFERENCES "Reconciliation" (id)
);

CREATE TABLE "LinkedThing_property" (
	"LinkedThing_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LinkedThing_id", property_id),
	FOREIGN KEY("LinkedThing_id") REFERENCES "LinkedThing" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Agent_property" (
	"Agent_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Agent_id", property_id),
	FOREIGN KEY("Agent_id") REFERENCES "Agent" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

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

CREATE TABLE "Study_component" (
	"Study_id" TEXT,
	component_id TEXT,
	PRIMARY KEY ("Study_id", component_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(component_id) REFERENCES "StudyComponent" (id)
);

CREATE TABLE "Study_instrument" (
	"Study_id" TEXT,
	instrument_id TEXT,
	PRIMARY KEY ("Study_id", instrument_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(instrument_id) REFERENCES "Instrument" (id)
);

CREATE TABLE "Study_acquisition" (
	"Study_id" TEXT,
	acquisition_id TEXT,
	PRIMARY KEY ("Study_id", acquisition_id),
	FOREIGN KEY("Study_id") REFERENCES "Study" (id),
	FOREIGN KEY(acquisition_id) REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "StudyComponent_organism" (
	"StudyComponent_id" TEXT,
	organism_id TEXT,
	PRIMARY KEY ("StudyComponent_id", organism_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(organism_id) REFERENCES "Taxon" (id)
);

CREATE TABLE "StudyComponent_imaging_method" (
	"StudyComponent_id" TEXT,
	imaging_method_id TEXT,
	PRIMARY KEY ("StudyComponent_id", imaging_method_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(imaging_method_id) REFERENCES "Entity" (id)
);

CREATE TABLE "StudyComponent_biosample" (
	"StudyComponent_id" TEXT,
	biosample_id TEXT,
	PRIMARY KEY ("StudyComponent_id", biosample_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(biosample_id) REFERENCES "Biosample" (id)
);

CREATE TABLE "StudyComponent_specimen" (
	"StudyComponent_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("StudyComponent_id", specimen_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);

CREATE TABLE "StudyComponent_protocol" (
	"StudyComponent_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("StudyComponent_id", protocol_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);

CREATE TABLE "StudyComponent_acquisition" (
	"StudyComponent_id" TEXT,
	acquisition_id TEXT,
	PRIMARY KEY ("StudyComponent_id", acquisition_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(acquisition_id) REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "StudyComponent_image" (
	"StudyComponent_id" TEXT,
	image_id TEXT,
	PRIMARY KEY ("StudyComponent_id", image_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(image_id) REFERENCES "Image" (id)
);

CREATE TABLE "StudyComponent_analysis" (
	"StudyComponent_id" TEXT,
	analysis_id TEXT,
	PRIMARY KEY ("StudyComponent_id", analysis_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(analysis_id) REFERENCES "ImageAnalysis" (id)
);

CREATE TABLE "StudyComponent_correlation" (
	"StudyComponent_id" TEXT,
	correlation_id TEXT,
	PRIMARY KEY ("StudyComponent_id", correlation_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(correlation_id) REFERENCES "ImageCorrelation" (id)
);

CREATE TABLE "StudyComponent_annotation" (
	"StudyComponent_id" TEXT,
	annotation_id TEXT,
	PRIMARY KEY ("StudyComponent_id", annotation_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(annotation_id) REFERENCES "Annotation" (id)
);

CREATE TABLE "StudyComponent_reagent" (
	"StudyComponent_id" TEXT,
	reagent_id TEXT,
	PRIMARY KEY ("StudyComponent_id", reagent_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(reagent_id) REFERENCES "Reagent" (id)
);

CREATE TABLE "StudyComponent_phenotype" (
	"StudyComponent_id" TEXT,
	phenotype_id TEXT,
	PRIMARY KEY ("StudyComponent_id", phenotype_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(phenotype_id) REFERENCES "Phenotype" (id)
);

CREATE TABLE "StudyComponent_size" (
	"StudyComponent_id" TEXT,
	size_id TEXT,
	PRIMARY KEY ("StudyComponent_id", size_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(size_id) REFERENCES "DataSize" (id)
);

CREATE TABLE "StudyComponent_file" (
	"StudyComponent_id" TEXT,
	file_id TEXT,
	PRIMARY KEY ("StudyComponent_id", file_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(file_id) REFERENCES "File" (id)
);

CREATE TABLE "StudyComponent_type" (
	"StudyComponent_id" TEXT,
	type TEXT,
	PRIMARY KEY ("StudyComponent_id", type),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "StudyComponent_description" (
	"StudyComponent_id" TEXT,
	description TEXT,
	PRIMARY KEY ("StudyComponent_id", description),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "StudyComponent_identifier" (
	"StudyComponent_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("StudyComponent_id", identifier),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "StudyComponent_alternate_name" (
	"StudyComponent_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("StudyComponent_id", alternate_name),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "StudyComponent_url" (
	"StudyComponent_id" TEXT,
	url TEXT,
	PRIMARY KEY ("StudyComponent_id", url),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "StudyComponent_see_also" (
	"StudyComponent_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("StudyComponent_id", see_also),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "StudyComponent_keyword" (
	"StudyComponent_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("StudyComponent_id", keyword),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "StudyComponent_property" (
	"StudyComponent_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("StudyComponent_id", property_id),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "StudyComponent_original_spelling" (
	"StudyComponent_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("StudyComponent_id", original_spelling),
	FOREIGN KEY("StudyComponent_id") REFERENCES "StudyComponent" (id)
);

CREATE TABLE "Instrument_instrument_type" (
	"Instrument_id" TEXT,
	instrument_type_id TEXT,
	PRIMARY KEY ("Instrument_id", instrument_type_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(instrument_type_id) REFERENCES "OntologyTerm" (id)
);

CREATE TABLE "Instrument_owner" (
	"Instrument_id" TEXT,
	owner_id TEXT,
	PRIMARY KEY ("Instrument_id", owner_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(owner_id) REFERENCES "Organisation" (id)
);

CREATE TABLE "Instrument_software" (
	"Instrument_id" TEXT,
	software_id TEXT,
	PRIMARY KEY ("Instrument_id", software_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(software_id) REFERENCES "Software" (id)
);

CREATE TABLE "Instrument_type" (
	"Instrument_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Instrument_id", type),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "Instrument_description" (
	"Instrument_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Instrument_id", description),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "Instrument_identifier" (
	"Instrument_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Instrument_id", identifier),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "Instrument_alternate_name" (
	"Instrument_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Instrument_id", alternate_name),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "Instrument_url" (
	"Instrument_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Instrument_id", url),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "Instrument_see_also" (
	"Instrument_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Instrument_id", see_also),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "Instrument_keyword" (
	"Instrument_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Instrument_id", keyword),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "Instrument_property" (
	"Instrument_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Instrument_id", property_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Instrument_original_spelling" (
	"Instrument_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Instrument_id", original_spelling),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id)
);

CREATE TABLE "ImageAcquisition_imaging_method" (
	"ImageAcquisition_id" TEXT,
	imaging_method_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", imaging_method_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(imaging_method_id) REFERENCES "Entity" (id)
);

CREATE TABLE "ImageAcquisition_instrument" (
	"ImageAcquisition_id" TEXT,
	instrument_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", instrument_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(instrument_id) REFERENCES "Instrument" (id)
);

CREATE TABLE "ImageAcquisition_operator" (
	"ImageAcquisition_id" TEXT,
	operator_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", operator_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(operator_id) REFERENCES "Person" (id)
);

CREATE TABLE "ImageAcquisition_software" (
	"ImageAcquisition_id" TEXT,
	software_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", software_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(software_id) REFERENCES "Software" (id)
);

CREATE TABLE "ImageAcquisition_protocol" (
	"ImageAcquisition_id" TEXT,
	protocol_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", protocol_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(protocol_id) REFERENCES "Protocol" (id)
);

CREATE TABLE "ImageAcquisition_specimen" (
	"ImageAcquisition_id" TEXT,
	specimen_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", specimen_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(specimen_id) REFERENCES "Specimen" (id)
);

CREATE TABLE "ImageAcquisition_experiment_type" (
	"ImageAcquisition_id" TEXT,
	experiment_type TEXT,
	PRIMARY KEY ("ImageAcquisition_id", experiment_type),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_parameters" (
	"ImageAcquisition_id" TEXT,
	parameters TEXT,
	PRIMARY KEY ("ImageAcquisition_id", parameters),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_type" (
	"ImageAcquisition_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ImageAcquisition_id", type),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_description" (
	"ImageAcquisition_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ImageAcquisition_id", description),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_identifier" (
	"ImageAcquisition_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ImageAcquisition_id", identifier),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_alternate_name" (
	"ImageAcquisition_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ImageAcquisition_id", alternate_name),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_url" (
	"ImageAcquisition_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ImageAcquisition_id", url),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_see_also" (
	"ImageAcquisition_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ImageAcquisition_id", see_also),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_keyword" (
	"ImageAcquisition_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ImageAcquisition_id", keyword),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

CREATE TABLE "ImageAcquisition_property" (
	"ImageAcquisition_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", property_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ImageAcquisition_original_spelling" (
	"ImageAcquisition_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ImageAcquisition_id", original_spelling),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id)
);

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

CREATE TABLE "LightPath" (
	dichroic TEXT,
	id TEXT NOT NULL,
	name TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(dichroic) REFERENCES "Dichroic" (id)
);

CREATE TABLE "Instrument_component" (
	"Instrument_id" TEXT,
	component_id TEXT,
	PRIMARY KEY ("Instrument_id", component_id),
	FOREIGN KEY("Instrument_id") REFERENCES "Instrument" (id),
	FOREIGN KEY(component_id) REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_type" (
	"InstrumentComponent_id" TEXT,
	type TEXT,
	PRIMARY KEY ("InstrumentComponent_id", type),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_description" (
	"InstrumentComponent_id" TEXT,
	description TEXT,
	PRIMARY KEY ("InstrumentComponent_id", description),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_identifier" (
	"InstrumentComponent_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("InstrumentComponent_id", identifier),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_alternate_name" (
	"InstrumentComponent_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("InstrumentComponent_id", alternate_name),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_url" (
	"InstrumentComponent_id" TEXT,
	url TEXT,
	PRIMARY KEY ("InstrumentComponent_id", url),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_see_also" (
	"InstrumentComponent_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("InstrumentComponent_id", see_also),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_keyword" (
	"InstrumentComponent_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("InstrumentComponent_id", keyword),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "InstrumentComponent_property" (
	"InstrumentComponent_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("InstrumentComponent_id", property_id),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "InstrumentComponent_original_spelling" (
	"InstrumentComponent_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("InstrumentComponent_id", original_spelling),
	FOREIGN KEY("InstrumentComponent_id") REFERENCES "InstrumentComponent" (id)
);

CREATE TABLE "Stand_type" (
	"Stand_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Stand_id", type),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stand_description" (
	"Stand_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Stand_id", description),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stand_identifier" (
	"Stand_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Stand_id", identifier),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stand_alternate_name" (
	"Stand_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Stand_id", alternate_name),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stand_url" (
	"Stand_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Stand_id", url),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stand_see_also" (
	"Stand_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Stand_id", see_also),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stand_keyword" (
	"Stand_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Stand_id", keyword),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stand_property" (
	"Stand_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Stand_id", property_id),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Stand_original_spelling" (
	"Stand_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Stand_id", original_spelling),
	FOREIGN KEY("Stand_id") REFERENCES "Stand" (id)
);

CREATE TABLE "Stage_type" (
	"Stage_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Stage_id", type),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "Stage_description" (
	"Stage_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Stage_id", description),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "Stage_identifier" (
	"Stage_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Stage_id", identifier),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "Stage_alternate_name" (
	"Stage_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Stage_id", alternate_name),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "Stage_url" (
	"Stage_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Stage_id", url),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "Stage_see_also" (
	"Stage_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Stage_id", see_also),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "Stage_keyword" (
	"Stage_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Stage_id", keyword),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "Stage_property" (
	"Stage_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Stage_id", property_id),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Stage_original_spelling" (
	"Stage_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Stage_id", original_spelling),
	FOREIGN KEY("Stage_id") REFERENCES "Stage" (id)
);

CREATE TABLE "EnvironmentalController_controls" (
	"EnvironmentalController_id" TEXT,
	controls TEXT,
	PRIMARY KEY ("EnvironmentalController_id", controls),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_type" (
	"EnvironmentalController_id" TEXT,
	type TEXT,
	PRIMARY KEY ("EnvironmentalController_id", type),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_description" (
	"EnvironmentalController_id" TEXT,
	description TEXT,
	PRIMARY KEY ("EnvironmentalController_id", description),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_identifier" (
	"EnvironmentalController_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("EnvironmentalController_id", identifier),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_alternate_name" (
	"EnvironmentalController_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("EnvironmentalController_id", alternate_name),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_url" (
	"EnvironmentalController_id" TEXT,
	url TEXT,
	PRIMARY KEY ("EnvironmentalController_id", url),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_see_also" (
	"EnvironmentalController_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("EnvironmentalController_id", see_also),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_keyword" (
	"EnvironmentalController_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("EnvironmentalController_id", keyword),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "EnvironmentalController_property" (
	"EnvironmentalController_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("EnvironmentalController_id", property_id),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "EnvironmentalController_original_spelling" (
	"EnvironmentalController_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("EnvironmentalController_id", original_spelling),
	FOREIGN KEY("EnvironmentalController_id") REFERENCES "EnvironmentalController" (id)
);

CREATE TABLE "LightSource_type" (
	"LightSource_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightSource_id", type),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "LightSource_description" (
	"LightSource_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightSource_id", description),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "LightSource_identifier" (
	"LightSource_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightSource_id", identifier),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "LightSource_alternate_name" (
	"LightSource_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightSource_id", alternate_name),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "LightSource_url" (
	"LightSource_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightSource_id", url),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "LightSource_see_also" (
	"LightSource_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightSource_id", see_also),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "LightSource_keyword" (
	"LightSource_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightSource_id", keyword),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "LightSource_property" (
	"LightSource_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightSource_id", property_id),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "LightSource_original_spelling" (
	"LightSource_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightSource_id", original_spelling),
	FOREIGN KEY("LightSource_id") REFERENCES "LightSource" (id)
);

CREATE TABLE "ArcLamp_type" (
	"ArcLamp_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ArcLamp_id", type),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "ArcLamp_description" (
	"ArcLamp_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ArcLamp_id", description),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "ArcLamp_identifier" (
	"ArcLamp_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ArcLamp_id", identifier),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "ArcLamp_alternate_name" (
	"ArcLamp_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ArcLamp_id", alternate_name),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "ArcLamp_url" (
	"ArcLamp_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ArcLamp_id", url),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "ArcLamp_see_also" (
	"ArcLamp_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ArcLamp_id", see_also),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "ArcLamp_keyword" (
	"ArcLamp_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ArcLamp_id", keyword),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "ArcLamp_property" (
	"ArcLamp_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ArcLamp_id", property_id),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ArcLamp_original_spelling" (
	"ArcLamp_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ArcLamp_id", original_spelling),
	FOREIGN KEY("ArcLamp_id") REFERENCES "ArcLamp" (id)
);

CREATE TABLE "FilamentLamp_type" (
	"FilamentLamp_id" TEXT,
	type TEXT,
	PRIMARY KEY ("FilamentLamp_id", type),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "FilamentLamp_description" (
	"FilamentLamp_id" TEXT,
	description TEXT,
	PRIMARY KEY ("FilamentLamp_id", description),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "FilamentLamp_identifier" (
	"FilamentLamp_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("FilamentLamp_id", identifier),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "FilamentLamp_alternate_name" (
	"FilamentLamp_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("FilamentLamp_id", alternate_name),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "FilamentLamp_url" (
	"FilamentLamp_id" TEXT,
	url TEXT,
	PRIMARY KEY ("FilamentLamp_id", url),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "FilamentLamp_see_also" (
	"FilamentLamp_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("FilamentLamp_id", see_also),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "FilamentLamp_keyword" (
	"FilamentLamp_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("FilamentLamp_id", keyword),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "FilamentLamp_property" (
	"FilamentLamp_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("FilamentLamp_id", property_id),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "FilamentLamp_original_spelling" (
	"FilamentLamp_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("FilamentLamp_id", original_spelling),
	FOREIGN KEY("FilamentLamp_id") REFERENCES "FilamentLamp" (id)
);

CREATE TABLE "LightEmittingDiode_type" (
	"LightEmittingDiode_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", type),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "LightEmittingDiode_description" (
	"LightEmittingDiode_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", description),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "LightEmittingDiode_identifier" (
	"LightEmittingDiode_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", identifier),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "LightEmittingDiode_alternate_name" (
	"LightEmittingDiode_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", alternate_name),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "LightEmittingDiode_url" (
	"LightEmittingDiode_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", url),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "LightEmittingDiode_see_also" (
	"LightEmittingDiode_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", see_also),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "LightEmittingDiode_keyword" (
	"LightEmittingDiode_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", keyword),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "LightEmittingDiode_property" (
	"LightEmittingDiode_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", property_id),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "LightEmittingDiode_original_spelling" (
	"LightEmittingDiode_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightEmittingDiode_id", original_spelling),
	FOREIGN KEY("LightEmittingDiode_id") REFERENCES "LightEmittingDiode" (id)
);

CREATE TABLE "GenericExcitationSource_type" (
	"GenericExcitationSource_id" TEXT,
	type TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", type),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "GenericExcitationSource_description" (
	"GenericExcitationSource_id" TEXT,
	description TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", description),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "GenericExcitationSource_identifier" (
	"GenericExcitationSource_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", identifier),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "GenericExcitationSource_alternate_name" (
	"GenericExcitationSource_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", alternate_name),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "GenericExcitationSource_url" (
	"GenericExcitationSource_id" TEXT,
	url TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", url),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "GenericExcitationSource_see_also" (
	"GenericExcitationSource_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", see_also),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "GenericExcitationSource_keyword" (
	"GenericExcitationSource_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", keyword),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "GenericExcitationSource_property" (
	"GenericExcitationSource_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", property_id),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "GenericExcitationSource_original_spelling" (
	"GenericExcitationSource_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("GenericExcitationSource_id", original_spelling),
	FOREIGN KEY("GenericExcitationSource_id") REFERENCES "GenericExcitationSource" (id)
);

CREATE TABLE "Objective_type" (
	"Objective_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Objective_id", type),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Objective_description" (
	"Objective_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Objective_id", description),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Objective_identifier" (
	"Objective_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Objective_id", identifier),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Objective_alternate_name" (
	"Objective_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Objective_id", alternate_name),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Objective_url" (
	"Objective_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Objective_id", url),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Objective_see_also" (
	"Objective_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Objective_id", see_also),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Objective_keyword" (
	"Objective_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Objective_id", keyword),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Objective_property" (
	"Objective_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Objective_id", property_id),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Objective_original_spelling" (
	"Objective_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Objective_id", original_spelling),
	FOREIGN KEY("Objective_id") REFERENCES "Objective" (id)
);

CREATE TABLE "Filter_type" (
	"Filter_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Filter_id", type),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Filter_description" (
	"Filter_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Filter_id", description),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Filter_identifier" (
	"Filter_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Filter_id", identifier),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Filter_alternate_name" (
	"Filter_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Filter_id", alternate_name),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Filter_url" (
	"Filter_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Filter_id", url),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Filter_see_also" (
	"Filter_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Filter_id", see_also),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Filter_keyword" (
	"Filter_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Filter_id", keyword),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Filter_property" (
	"Filter_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Filter_id", property_id),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Filter_original_spelling" (
	"Filter_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Filter_id", original_spelling),
	FOREIGN KEY("Filter_id") REFERENCES "Filter" (id)
);

CREATE TABLE "Dichroic_type" (
	"Dichroic_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Dichroic_id", type),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Dichroic_description" (
	"Dichroic_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Dichroic_id", description),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Dichroic_identifier" (
	"Dichroic_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Dichroic_id", identifier),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Dichroic_alternate_name" (
	"Dichroic_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Dichroic_id", alternate_name),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Dichroic_url" (
	"Dichroic_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Dichroic_id", url),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Dichroic_see_also" (
	"Dichroic_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Dichroic_id", see_also),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Dichroic_keyword" (
	"Dichroic_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Dichroic_id", keyword),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Dichroic_property" (
	"Dichroic_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Dichroic_id", property_id),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Dichroic_original_spelling" (
	"Dichroic_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Dichroic_id", original_spelling),
	FOREIGN KEY("Dichroic_id") REFERENCES "Dichroic" (id)
);

CREATE TABLE "Detector_type" (
	"Detector_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Detector_id", type),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

CREATE TABLE "Detector_description" (
	"Detector_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Detector_id", description),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

CREATE TABLE "Detector_identifier" (
	"Detector_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Detector_id", identifier),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

CREATE TABLE "Detector_alternate_name" (
	"Detector_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Detector_id", alternate_name),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

CREATE TABLE "Detector_url" (
	"Detector_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Detector_id", url),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

CREATE TABLE "Detector_see_also" (
	"Detector_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Detector_id", see_also),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

CREATE TABLE "Detector_keyword" (
	"Detector_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Detector_id", keyword),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

CREATE TABLE "Detector_property" (
	"Detector_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Detector_id", property_id),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Detector_original_spelling" (
	"Detector_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Detector_id", original_spelling),
	FOREIGN KEY("Detector_id") REFERENCES "Detector" (id)
);

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

CREATE TABLE "Laser_type" (
	"Laser_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Laser_id", type),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "Laser_description" (
	"Laser_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Laser_id", description),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "Laser_identifier" (
	"Laser_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Laser_id", identifier),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "Laser_alternate_name" (
	"Laser_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Laser_id", alternate_name),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "Laser_url" (
	"Laser_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Laser_id", url),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "Laser_see_also" (
	"Laser_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Laser_id", see_also),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "Laser_keyword" (
	"Laser_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Laser_id", keyword),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "Laser_property" (
	"Laser_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Laser_id", property_id),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Laser_original_spelling" (
	"Laser_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Laser_id", original_spelling),
	FOREIGN KEY("Laser_id") REFERENCES "Laser" (id)
);

CREATE TABLE "FilterSet_excitation_filter" (
	"FilterSet_id" TEXT,
	excitation_filter_id TEXT,
	PRIMARY KEY ("FilterSet_id", excitation_filter_id),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id),
	FOREIGN KEY(excitation_filter_id) REFERENCES "Filter" (id)
);

CREATE TABLE "FilterSet_emission_filter" (
	"FilterSet_id" TEXT,
	emission_filter_id TEXT,
	PRIMARY KEY ("FilterSet_id", emission_filter_id),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id),
	FOREIGN KEY(emission_filter_id) REFERENCES "Filter" (id)
);

CREATE TABLE "FilterSet_type" (
	"FilterSet_id" TEXT,
	type TEXT,
	PRIMARY KEY ("FilterSet_id", type),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "FilterSet_description" (
	"FilterSet_id" TEXT,
	description TEXT,
	PRIMARY KEY ("FilterSet_id", description),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "FilterSet_identifier" (
	"FilterSet_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("FilterSet_id", identifier),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "FilterSet_alternate_name" (
	"FilterSet_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("FilterSet_id", alternate_name),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "FilterSet_url" (
	"FilterSet_id" TEXT,
	url TEXT,
	PRIMARY KEY ("FilterSet_id", url),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "FilterSet_see_also" (
	"FilterSet_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("FilterSet_id", see_also),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "FilterSet_keyword" (
	"FilterSet_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("FilterSet_id", keyword),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "FilterSet_property" (
	"FilterSet_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("FilterSet_id", property_id),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "FilterSet_original_spelling" (
	"FilterSet_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("FilterSet_id", original_spelling),
	FOREIGN KEY("FilterSet_id") REFERENCES "FilterSet" (id)
);

CREATE TABLE "ImageAcquisition_objective_settings" (
	"ImageAcquisition_id" TEXT,
	objective_settings_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", objective_settings_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(objective_settings_id) REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_type" (
	"ObjectiveSettings_id" TEXT,
	type TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", type),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_description" (
	"ObjectiveSettings_id" TEXT,
	description TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", description),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_identifier" (
	"ObjectiveSettings_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", identifier),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_alternate_name" (
	"ObjectiveSettings_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", alternate_name),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_url" (
	"ObjectiveSettings_id" TEXT,
	url TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", url),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_see_also" (
	"ObjectiveSettings_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", see_also),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_keyword" (
	"ObjectiveSettings_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", keyword),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "ObjectiveSettings_property" (
	"ObjectiveSettings_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", property_id),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "ObjectiveSettings_original_spelling" (
	"ObjectiveSettings_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("ObjectiveSettings_id", original_spelling),
	FOREIGN KEY("ObjectiveSettings_id") REFERENCES "ObjectiveSettings" (id)
);

CREATE TABLE "LightSourceSettings_type" (
	"LightSourceSettings_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightSourceSettings_id", type),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "LightSourceSettings_description" (
	"LightSourceSettings_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightSourceSettings_id", description),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "LightSourceSettings_identifier" (
	"LightSourceSettings_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightSourceSettings_id", identifier),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "LightSourceSettings_alternate_name" (
	"LightSourceSettings_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightSourceSettings_id", alternate_name),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "LightSourceSettings_url" (
	"LightSourceSettings_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightSourceSettings_id", url),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "LightSourceSettings_see_also" (
	"LightSourceSettings_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightSourceSettings_id", see_also),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "LightSourceSettings_keyword" (
	"LightSourceSettings_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightSourceSettings_id", keyword),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "LightSourceSettings_property" (
	"LightSourceSettings_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightSourceSettings_id", property_id),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "LightSourceSettings_original_spelling" (
	"LightSourceSettings_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightSourceSettings_id", original_spelling),
	FOREIGN KEY("LightSourceSettings_id") REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "DetectorSettings_type" (
	"DetectorSettings_id" TEXT,
	type TEXT,
	PRIMARY KEY ("DetectorSettings_id", type),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "DetectorSettings_description" (
	"DetectorSettings_id" TEXT,
	description TEXT,
	PRIMARY KEY ("DetectorSettings_id", description),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "DetectorSettings_identifier" (
	"DetectorSettings_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("DetectorSettings_id", identifier),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "DetectorSettings_alternate_name" (
	"DetectorSettings_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("DetectorSettings_id", alternate_name),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "DetectorSettings_url" (
	"DetectorSettings_id" TEXT,
	url TEXT,
	PRIMARY KEY ("DetectorSettings_id", url),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "DetectorSettings_see_also" (
	"DetectorSettings_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("DetectorSettings_id", see_also),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "DetectorSettings_keyword" (
	"DetectorSettings_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("DetectorSettings_id", keyword),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "DetectorSettings_property" (
	"DetectorSettings_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("DetectorSettings_id", property_id),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "DetectorSettings_original_spelling" (
	"DetectorSettings_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("DetectorSettings_id", original_spelling),
	FOREIGN KEY("DetectorSettings_id") REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "LightPath_excitation_filter" (
	"LightPath_id" TEXT,
	excitation_filter_id TEXT,
	PRIMARY KEY ("LightPath_id", excitation_filter_id),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id),
	FOREIGN KEY(excitation_filter_id) REFERENCES "Filter" (id)
);

CREATE TABLE "LightPath_emission_filter" (
	"LightPath_id" TEXT,
	emission_filter_id TEXT,
	PRIMARY KEY ("LightPath_id", emission_filter_id),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id),
	FOREIGN KEY(emission_filter_id) REFERENCES "Filter" (id)
);

CREATE TABLE "LightPath_type" (
	"LightPath_id" TEXT,
	type TEXT,
	PRIMARY KEY ("LightPath_id", type),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "LightPath_description" (
	"LightPath_id" TEXT,
	description TEXT,
	PRIMARY KEY ("LightPath_id", description),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "LightPath_identifier" (
	"LightPath_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("LightPath_id", identifier),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "LightPath_alternate_name" (
	"LightPath_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("LightPath_id", alternate_name),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "LightPath_url" (
	"LightPath_id" TEXT,
	url TEXT,
	PRIMARY KEY ("LightPath_id", url),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "LightPath_see_also" (
	"LightPath_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("LightPath_id", see_also),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "LightPath_keyword" (
	"LightPath_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("LightPath_id", keyword),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "LightPath_property" (
	"LightPath_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("LightPath_id", property_id),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "LightPath_original_spelling" (
	"LightPath_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("LightPath_id", original_spelling),
	FOREIGN KEY("LightPath_id") REFERENCES "LightPath" (id)
);

CREATE TABLE "ImageAcquisition_channel" (
	"ImageAcquisition_id" TEXT,
	channel_id TEXT,
	PRIMARY KEY ("ImageAcquisition_id", channel_id),
	FOREIGN KEY("ImageAcquisition_id") REFERENCES "ImageAcquisition" (id),
	FOREIGN KEY(channel_id) REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_light_source_settings" (
	"Channel_id" TEXT,
	light_source_settings_id TEXT,
	PRIMARY KEY ("Channel_id", light_source_settings_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(light_source_settings_id) REFERENCES "LightSourceSettings" (id)
);

CREATE TABLE "Channel_detector_settings" (
	"Channel_id" TEXT,
	detector_settings_id TEXT,
	PRIMARY KEY ("Channel_id", detector_settings_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(detector_settings_id) REFERENCES "DetectorSettings" (id)
);

CREATE TABLE "Channel_labelling" (
	"Channel_id" TEXT,
	labelling_id TEXT,
	PRIMARY KEY ("Channel_id", labelling_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(labelling_id) REFERENCES "Labelling" (id)
);

CREATE TABLE "Channel_target" (
	"Channel_id" TEXT,
	target_id TEXT,
	PRIMARY KEY ("Channel_id", target_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(target_id) REFERENCES "Entity" (id)
);

CREATE TABLE "Channel_type" (
	"Channel_id" TEXT,
	type TEXT,
	PRIMARY KEY ("Channel_id", type),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_description" (
	"Channel_id" TEXT,
	description TEXT,
	PRIMARY KEY ("Channel_id", description),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_identifier" (
	"Channel_id" TEXT,
	identifier TEXT,
	PRIMARY KEY ("Channel_id", identifier),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_alternate_name" (
	"Channel_id" TEXT,
	alternate_name TEXT,
	PRIMARY KEY ("Channel_id", alternate_name),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_url" (
	"Channel_id" TEXT,
	url TEXT,
	PRIMARY KEY ("Channel_id", url),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_see_also" (
	"Channel_id" TEXT,
	see_also TEXT,
	PRIMARY KEY ("Channel_id", see_also),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_keyword" (
	"Channel_id" TEXT,
	keyword TEXT,
	PRIMARY KEY ("Channel_id", keyword),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Channel_property" (
	"Channel_id" TEXT,
	property_id TEXT,
	PRIMARY KEY ("Channel_id", property_id),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id),
	FOREIGN KEY(property_id) REFERENCES "PropertyValue" (id)
);

CREATE TABLE "Channel_original_spelling" (
	"Channel_id" TEXT,
	original_spelling TEXT,
	PRIMARY KEY ("Channel_id", original_spelling),
	FOREIGN KEY("Channel_id") REFERENCES "Channel" (id)
);

CREATE TABLE "Image_channel" (
	"Image_id" TEXT,
	channel_id TEXT,
	PRIMARY KEY ("Image_id", channel_id),
	FOREIGN KEY("Image_id") REFERENCES "Image" (id),
	FOREIGN KEY(channel_id) REFERENCES "Channel" (id)
);
