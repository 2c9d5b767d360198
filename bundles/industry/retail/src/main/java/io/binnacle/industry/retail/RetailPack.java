package io.binnacle.industry.retail;

import io.binnacle.industry.api.GoldenTests;
import io.binnacle.industry.api.IndustryPack;
import io.binnacle.industry.api.PackContent;
import io.binnacle.industry.api.PackFile;
import org.osgi.service.component.annotations.Component;

/** What is known of retail; the files in {@code pack/} name their sources. */
@Component
public final class RetailPack implements IndustryPack {

    @Override
    public PackContent content() {
        return PackFile.content(PackFile.resource(RetailPack.class, "/pack/" + PackFile.PACK));
    }

    @Override
    public GoldenTests golden() {
        return PackFile.golden(PackFile.resource(RetailPack.class, "/pack/" + PackFile.GOLDEN));
    }
}
