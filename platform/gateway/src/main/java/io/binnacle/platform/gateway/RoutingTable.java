package io.binnacle.platform.gateway;

import jakarta.servlet.Servlet;
import java.util.List;

/**
 * What is served at one moment; never changes.
 *
 * @param refused why modules are left out, one sentence each
 */
record RoutingTable(Servlet servlet, List<ModuleRoutes> modules, List<String> refused, OpenApi description) {}
