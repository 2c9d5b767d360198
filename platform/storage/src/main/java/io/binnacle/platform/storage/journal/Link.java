package io.binnacle.platform.storage.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** One event as part of its entity's chain, beside the head of that chain; a head's hash may be missing. */
record Link(
        String type,
        UUID id,
        long seq,
        byte[] computed,
        byte[] prevHash,
        byte[] hash,
        long headSeq,
        Optional<byte[]> headHash) {

    static Link of(ResultSet row, EventHash hashes) throws SQLException {
        String type = row.getString("type");
        UUID id = row.getObject("id", UUID.class);
        long seq = row.getLong("seq");
        byte[] prevHash = row.getBytes("prev_hash");
        byte[] computed = hashes.of(
                HexFormat.of().formatHex(prevHash),
                type,
                id,
                seq,
                Times.column(row, "valid_time"),
                Times.column(row, "recorded_time"),
                row.getString("actor"),
                row.getString("cause"),
                row.getString("patch"));
        return new Link(
                type,
                id,
                seq,
                computed,
                prevHash,
                row.getBytes("hash"),
                row.getLong("head_seq"),
                Optional.ofNullable(row.getBytes("head_hash")));
    }

    boolean sameEntity(Link other) {
        return id.equals(other.id) && type.equals(other.type);
    }

    boolean fitsItsHash() {
        return Arrays.equals(computed, hash);
    }

    boolean continues(byte[] hashBefore) {
        return Arrays.equals(prevHash, hashBefore);
    }

    boolean isHead() {
        return headSeq == seq
                && headHash.filter(head -> Arrays.equals(head, hash)).isPresent();
    }
}
