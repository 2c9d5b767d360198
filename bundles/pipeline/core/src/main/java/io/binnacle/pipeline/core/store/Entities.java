package io.binnacle.pipeline.core.store;

/** The names of our entity types in the journal. */
public final class Entities {

    public static final String NODE = "node";
    public static final String ACCOUNT = "account";
    public static final String CONTACT = "contact";
    public static final String PRODUCT = "product";
    public static final String OPPORTUNITY = "opportunity";
    public static final String TARGET = "target";
    public static final String QUALIFICATION = "qualification";

    public static final String CALENDAR = "calendar";
    public static final String RATE = "rate";
    public static final String PLACEMENT = "placement";
    public static final String ASSIGNMENT = "assignment";
    public static final String CREDIT_SPLIT = "credit-split";
    public static final String IMPORT_MAPPING = "import-mapping";
    public static final String PIPELINE = "pipeline";
    public static final String LINE = "opportunity-line";
    public static final String TOUCH = "touch";

    private Entities() {}
}
