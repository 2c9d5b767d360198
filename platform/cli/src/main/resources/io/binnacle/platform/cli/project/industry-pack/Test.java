package @id@;

import io.binnacle.industry.api.GoldenTests;
import io.binnacle.industry.api.PackContent;
import io.binnacle.industry.api.PackFile;
import io.binnacle.platform.testkit.contract.IndustryPackContract;

/** The pack is in order, and its golden tests pass: what the platform asks for when it is installed. */
class @Class@Test extends IndustryPackContract {

    @Override
    protected PackContent content() {
        return PackFile.content(PackFile.resource(@Class@Test.class, "/" + PackFile.PACK));
    }

    @Override
    protected GoldenTests golden() {
        return PackFile.golden(PackFile.resource(@Class@Test.class, "/" + PackFile.GOLDEN));
    }
}
