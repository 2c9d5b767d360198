package io.binnacle.planning.core;

import static io.binnacle.planning.api.PlanError.TEMPLATE_NOT_FOUND;

import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanTemplate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The templates that are there. While one is replaced there are two with one key: the one that came last counts. */
@Component(service = PlanTemplates.class)
public final class PlanTemplates {

    private final List<PlanTemplate> templates = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTemplate(PlanTemplate template) {
        templates.add(template);
    }

    void removeTemplate(PlanTemplate template) {
        templates.remove(template);
    }

    List<ShownTemplate> all() {
        return inUse().values().stream().map(ShownTemplate::of).toList();
    }

    PlanContent content(String key) {
        SortedMap<String, PlanTemplate> inUse = inUse();
        if (!inUse.containsKey(key)) {
            throw TEMPLATE_NOT_FOUND
                    .because("there is no plan template '%s'; there are %s", key, inUse.keySet())
                    .at("/template");
        }
        return inUse.get(key).content();
    }

    private SortedMap<String, PlanTemplate> inUse() {
        SortedMap<String, PlanTemplate> byKey = new TreeMap<>();
        templates.forEach(template -> byKey.put(template.key(), template));
        return byKey;
    }

    record ShownTemplate(String key, String name, PlanContent content, Map<String, String> measures) {

        static ShownTemplate of(PlanTemplate template) {
            return new ShownTemplate(template.key(), template.name(), template.content(), template.measures());
        }
    }
}
