package io.binnacle.platform.api.journal;

/**
 * A place in the stream of all events; a reader that has seen one has seen all before it.
 *
 * <p>Transactions commit in another order than they number their events, so a running number alone would let
 * readers miss some. The transaction's id comes first, and events are shown only when every earlier
 * transaction has ended.
 */
public record Position(long transaction, long number) implements Comparable<Position> {

    /** Before the first event. */
    public static final Position START = new Position(0, 0);

    /**
     * The position written as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException when it is written in another way
     */
    public static Position parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a journal position is written like 741-12, not '" + text + "'");
        }
        return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public int compareTo(Position other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return transaction + "-" + number;
    }
}
