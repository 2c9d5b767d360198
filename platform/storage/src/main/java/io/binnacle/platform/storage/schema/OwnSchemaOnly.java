package io.binnacle.platform.storage.schema;

import io.binnacle.platform.api.storage.SchemaReady;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * While two versions of a bundle share a schema, each sees only its own {@link SchemaReady}. Otherwise the new
 * version would take the old one's word before its own migrations have run, and fall with it when it goes.
 */
final class OwnSchemaOnly implements FindHook, EventListenerHook {

    /** The service property with the id of the bundle whose migrations were applied. */
    static final String READY_FOR = "schema.bundle";

    @Override
    public void find(
            BundleContext context, String type, String filter, boolean all, Collection<ServiceReference<?>> found) {
        found.removeIf(service -> isHidden(service, context.getBundle()));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(context -> isHidden(event.getServiceReference(), context.getBundle()));
    }

    private static boolean isHidden(ServiceReference<?> service, Bundle from) {
        Object readyFor = service.getProperty(READY_FOR);
        return readyFor != null
                && !readyFor.equals(from.getBundleId())
                && isSchemaReady(service)
                && SchemaExtender.schema(from)
                        .filter(own -> own.equals(service.getProperty("schema")))
                        .isPresent();
    }

    private static boolean isSchemaReady(ServiceReference<?> service) {
        return Arrays.asList((String[]) service.getProperty(Constants.OBJECTCLASS))
                .contains(SchemaReady.class.getName());
    }
}
