package io.binnacle.pipeline.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.platform.api.error.PlatformException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Where a list goes on: behind one id, in a form that nobody takes for an id. */
public final class Cursor {

    private Cursor() {}

    public static String behind(UUID id) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    public static UUID read(String cursor) {
        byte[] bytes = decode(cursor);
        if (bytes.length != 16) {
            throw unknown(cursor);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** The failure of a cursor that stands for no place in the list. */
    public static PlatformException unknown(String cursor) {
        return INVALID_PARAMETER
                .because("cursor must be one that this list answered, not '%s'", cursor)
                .at("/cursor");
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
