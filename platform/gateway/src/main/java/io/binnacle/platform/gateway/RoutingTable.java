package io.binnacle.platform.gateway;

import jakarta.servlet.Servlet;
import java.util.List;

/**
 * What is served at one moment; never changes.
 *
 * @param refused the modules that are left out
 */
record RoutingTable(Servlet servlet, List<ModuleRoutes> modules, List<Refused> refused, OpenApi description) {}
