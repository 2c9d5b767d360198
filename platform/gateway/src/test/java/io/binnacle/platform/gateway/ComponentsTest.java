package io.binnacle.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

class ComponentsTest {

    @Test
    void what_works_or_may_work_is_not_missing() {
        assertThat(missing(configuration(ComponentConfigurationDTO.ACTIVE))).isEmpty();
        assertThat(missing(configuration(ComponentConfigurationDTO.SATISFIED))).isEmpty();
        assertThat(missing(configuration(ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION)))
                .isEmpty();
    }

    @Test
    void an_unsatisfied_component_names_what_it_waits_for() {
        ComponentConfigurationDTO waiting = configuration(ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "schema";
        reference.interfaceName = "io.binnacle.platform.api.storage.SchemaReady";
        waiting.description.references = new ReferenceDTO[] {reference};
        UnsatisfiedReferenceDTO unsatisfied = new UnsatisfiedReferenceDTO();
        unsatisfied.name = "schema";
        unsatisfied.target = "(schema=pipeline)";
        waiting.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {unsatisfied};

        assertThat(missing(waiting))
                .containsExactly("io.binnacle.pipeline.core: OpportunityStore waits for "
                        + "io.binnacle.platform.api.storage.SchemaReady with (schema=pipeline)");
    }

    @Test
    void a_component_that_failed_says_so_in_one_line() {
        ComponentConfigurationDTO failed = configuration(ComponentConfigurationDTO.FAILED_ACTIVATION);
        failed.failure = "java.lang.IllegalStateException: no luck\n\tat somewhere";

        assertThat(missing(failed))
                .containsExactly("io.binnacle.pipeline.core: OpportunityStore failed to start: "
                        + "java.lang.IllegalStateException: no luck");
    }

    private static List<String> missing(ComponentConfigurationDTO configuration) {
        return Components.missing(new OneComponent(configuration));
    }

    private static ComponentConfigurationDTO configuration(int state) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        configuration.description = new ComponentDescriptionDTO();
        configuration.description.name = "OpportunityStore";
        configuration.description.bundle = new BundleDTO();
        configuration.description.bundle.symbolicName = "io.binnacle.pipeline.core";
        return configuration;
    }

    private record OneComponent(ComponentConfigurationDTO configuration) implements ServiceComponentRuntime {

        @Override
        public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
            return List.of(configuration.description);
        }

        @Override
        public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
            return configuration.description;
        }

        @Override
        public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO component) {
            return List.of(configuration);
        }

        @Override
        public boolean isComponentEnabled(ComponentDescriptionDTO component) {
            return true;
        }

        @Override
        public Promise<Void> enableComponent(ComponentDescriptionDTO component) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> disableComponent(ComponentDescriptionDTO component) {
            throw new UnsupportedOperationException();
        }
    }
}
