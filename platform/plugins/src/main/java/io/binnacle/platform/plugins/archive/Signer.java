package io.binnacle.platform.plugins.archive;

/** Who answers for something: the makers of the platform, or a publisher by name. */
record Signer(Trust trust, String publisher) {

    /** Publishers answer for what is theirs alone. */
    boolean mayAnswerFor(String publisher) {
        return trust == Trust.OFFICIAL || this.publisher.equals(publisher);
    }
}
