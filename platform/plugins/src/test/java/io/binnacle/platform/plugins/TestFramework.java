package io.binnacle.platform.plugins;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A real framework with declarative services, and bundles made on the spot. */
final class TestFramework implements AutoCloseable {

    /** Shared with the test, so that both see the same types. */
    private static final String SHARED = "org.osgi.service.component;version=1.5.1,"
            + "org.osgi.service.component.runtime;version=1.5,org.osgi.service.component.runtime.dto;version=1.5,"
            + "org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0";

    private final Framework framework;
    private final LifecycleQueue queue = new LifecycleQueue();

    TestFramework(Path cache) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        SHARED,
                        Constants.FRAMEWORK_BOOTDELEGATION,
                        "io.binnacle.platform.api.plugin",
                        Constants.FRAMEWORK_BUNDLE_PARENT,
                        Constants.FRAMEWORK_BUNDLE_PARENT_APP,
                        "ds.loglevel",
                        "error"));
        framework.start();
        context()
                .installBundle("reference:" + jarOf("org.apache.felix.scr.impl.Activator"))
                .start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundles bundles() {
        return new Bundles(context(), components(), queue);
    }

    ServiceComponentRuntime components() {
        return context().getService(context().getServiceReference(ServiceComponentRuntime.class));
    }

    Bundle install(String name, Map<String, String> headers) throws BundleException {
        return install(name, headers, Map.of());
    }

    /** A bundle with these headers and, by their paths, these files. */
    Bundle install(String name, Map<String, String> headers, Map<String, byte[]> files) throws BundleException {
        return context().installBundle("test:" + name, jar(name, headers, files));
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        queue.stop();
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static InputStream jar(String name, Map<String, String> headers, Map<String, byte[]> files) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        attributes.putValue(Constants.BUNDLE_VERSION, "1.2.3");
        headers.forEach(attributes::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static String jarOf(String className) {
        try {
            return Class.forName(className, false, TestFramework.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
