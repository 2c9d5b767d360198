package io.binnacle.platform.plugins;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Plugins")
@interface PluginsConfig {

    String PID = "io.binnacle.plugins";

    @AttributeDefinition(name = "Unsigned", description = "Ids of plugins that need no signature, with commas between")
    String[] allow_unsigned() default {};

    @AttributeDefinition(name = "Keys", description = "Folder of trusted keys; empty: conf/plugins", required = false)
    String keys() default "";

    @AttributeDefinition(name = "Catalogue", description = "Folder or https address; empty: none", required = false)
    String catalogue() default "";

    @AttributeDefinition(name = "Private", description = "Whether catalogues may come from the own network")
    boolean catalogue_private() default false;

    @AttributeDefinition(name = "Start", description = "Seconds that a plugin may take to start", min = "1")
    int start_seconds() default 20;

    @AttributeDefinition(name = "Settle", description = "Seconds to wait for what a plugin needs", min = "0")
    int settle_seconds() default 5;

    @AttributeDefinition(name = "Health", description = "Seconds that a health probe may take to answer", min = "1")
    int health_seconds() default 5;

    @AttributeDefinition(name = "Probation", description = "Seconds that a new version is watched", min = "0")
    int probation_seconds() default 5;

    @AttributeDefinition(name = "Release", description = "Seconds to look for leaks of a removed plugin", min = "0")
    int release_seconds() default 3;

    @AttributeDefinition(name = "Start level", description = "At which plugins' bundles start", min = "1")
    int start_level() default 40;

    @AttributeDefinition(name = "Safe mode", description = "Start without plugins")
    boolean safe_mode() default false;
}
