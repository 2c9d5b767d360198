package io.binnacle.platform.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Binnacle " + (version == null ? "(unpackaged)" : version)};
    }
}
