package io.binnacle.platform.plugins.archive;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses of the public internet: none of the special ones of the IANA registries (RFC 6890). */
final class PublicAddress {

    private record Block(byte[] address, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/");
            try {
                // A literal address: nothing is asked of the network.
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/3"),
            Block.of("100::/64"),
            Block.of("2001:db8::/32"));

    /** The only range that IPv6 has given to the public so far. */
    private static final Block GLOBAL = Block.of("2000::/3");

    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block TEREDO = Block.of("2001::/32");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (SPECIAL.stream().anyMatch(block -> block.contains(bytes))) {
            return false;
        }
        if (!(address instanceof Inet6Address)) {
            return true;
        }
        // An IPv4 address inside an IPv6 one may be a private one.
        boolean tunnelled = SIX_TO_FOUR.contains(bytes) || TEREDO.contains(bytes);
        return GLOBAL.contains(bytes) && !tunnelled;
    }
}
