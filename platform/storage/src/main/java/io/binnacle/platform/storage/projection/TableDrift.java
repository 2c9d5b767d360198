package io.binnacle.platform.storage.projection;

/**
 * How a table differed from what the journal says.
 *
 * @param rows how many there should be
 * @param missing rows that were not there
 * @param changed rows that said something else
 * @param surplus rows that should not have been there
 */
public record TableDrift(String table, long rows, long missing, long changed, long surplus) {

    /** Whether there was any difference. */
    public boolean any() {
        return missing + changed + surplus > 0;
    }
}
