package io.binnacle.platform.plugins.archive;

/**
 * One entry as the directory of a zip file has it.
 *
 * @param mode type and rights of the file where the archive was made on Unix; else 0
 * @param dataStart where its bytes begin in the archive
 */
record ZipItem(
        String name,
        boolean deflated,
        boolean hasDescriptor,
        int mode,
        long crc,
        long packed,
        long expanded,
        long headerStart,
        long dataStart) {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    boolean isFolder() {
        return name.endsWith("/");
    }

    /** No symbolic link, device or the like. */
    boolean isPlain() {
        int type = mode & TYPE;
        return type == 0 || type == (isFolder() ? FOLDER : REGULAR);
    }

    ZipItem startingAt(long start) {
        return new ZipItem(name, deflated, hasDescriptor, mode, crc, packed, expanded, headerStart, start);
    }
}
