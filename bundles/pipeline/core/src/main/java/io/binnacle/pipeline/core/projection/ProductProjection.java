package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Product;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products. */
@Component(service = Projection.class)
public final class ProductProjection extends EntityProjection<Product> {

    @Activate
    public ProductProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.PRODUCT, Product.class, Tables.PRODUCTS, Product::externalRefs);
    }
}
