package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The models that can be combined and are there at the moment, one for each id: the one that would also answer alone.
 * Combinations are not among them, so that none contains itself by detours.
 */
@Component(service = Members.class)
public final class Members {

    static final String ID = "forecast.model.id";
    static final String COMBINED = "forecast.model.combined";

    private static final Comparator<ServiceReference<ForecastModel>> PRECEDENCE = Comparator.comparingInt(
                    Members::ranking)
            .thenComparing(Members::version)
            .thenComparing((one, other) -> one.compareTo(other));

    private final Map<ServiceReference<ForecastModel>, Member> members = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(&(" + ID + "=*)(!(" + ID + "=" + CombinationModel.ID + "))(!(" + COMBINED + "=*)))")
    void addModel(ServiceReference<ForecastModel> reference, ForecastModel model) {
        Bundle bundle = reference.getBundle();
        ModelInfo info = new ModelInfo(id(reference), version(reference).toString(), bundle.getSymbolicName());
        members.put(reference, new Member(info, model));
    }

    void removeModel(ServiceReference<ForecastModel> reference, ForecastModel model) {
        members.remove(reference);
    }

    /** Those of {@code ids}, in the order of these, so that the last bit of every sum is always the same. */
    Collection<Member> inUse(Set<String> ids) {
        Map<String, Member> byId = byId();
        byId.keySet().retainAll(ids);
        return byId.values();
    }

    /** The ids of all. */
    Set<String> ids() {
        return byId().keySet();
    }

    private Map<String, Member> byId() {
        Map<String, Member> byId = new TreeMap<>();
        members.keySet().stream().sorted(PRECEDENCE).forEach(reference -> {
            Member member = members.get(reference);
            if (member != null) {
                byId.put(id(reference), member);
            }
        });
        return byId;
    }

    private static String id(ServiceReference<ForecastModel> reference) {
        return String.valueOf(reference.getProperty(ID));
    }

    private static Version version(ServiceReference<ForecastModel> reference) {
        if (reference.getProperty(ForecastModel.VERSION) instanceof String version) {
            return Version.parseVersion(version);
        }
        Bundle bundle = reference.getBundle();
        return bundle == null ? Version.emptyVersion : bundle.getVersion();
    }

    private static int ranking(ServiceReference<ForecastModel> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
    }
}
