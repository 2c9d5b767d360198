package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.core.Given;
import io.binnacle.platform.api.http.RouteModule;
import java.util.List;

/** The route modules of this bundle; they only declare here, so nothing stands behind them. */
final class Modules {

    static final RouteModule OPPORTUNITY = new OpportunityRoutes(null, Given.SETTINGS);
    static final RouteModule STRUCTURE = new StructureRoutes(null, null, null);
    static final RouteModule ROLLUP = new RollupRoutes(null, null);
    static final RouteModule WATERFALL = new WaterfallRoutes(null, null, Given.SETTINGS);
    static final RouteModule TARGET = new TargetRoutes(null);
    static final RouteModule IMPORT = new ImportRoutes(null, null, null, null, Given.SETTINGS);
    static final RouteModule IMPORT_STATE = new ImportStateRoutes(null);
    static final RouteModule DETAIL = new DetailRoutes(null, Given.SETTINGS);
    static final RouteModule CONTACT = new ContactRoutes(null, Given.SETTINGS);
    static final RouteModule MAPPING = new MappingRoutes(null, null);
    static final RouteModule CRM_EXPORT = new CrmExportRoutes(null, Given.SETTINGS);
    static final RouteModule METRICS = new MetricsRoutes(null, null);
    static final RouteModule QUALIFICATION = new QualificationRoutes(null, null, Given.SETTINGS);
    static final RouteModule HYGIENE = new HygieneRoutes(null, Given.SETTINGS);
    static final RouteModule CALENDAR = new CalendarRoutes(null, Given.SETTINGS);
    static final RouteModule RATE = new RateRoutes(null, Given.SETTINGS);
    static final RouteModule HIERARCHY = new HierarchyRoutes(null, Given.SETTINGS);
    static final RouteModule TEAM = new TeamRoutes(null, Given.SETTINGS);
    static final RouteModule SPLIT = new SplitRoutes(null, null, Given.SETTINGS);
    static final RouteModule PIPELINE = new PipelineRoutes(null, Given.SETTINGS);
    static final RouteModule MOVE = new MoveRoutes(null, Given.SETTINGS);
    static final List<RouteModule> ALL = List.of(
            OPPORTUNITY,
            STRUCTURE,
            ROLLUP,
            WATERFALL,
            TARGET,
            IMPORT,
            IMPORT_STATE,
            DETAIL,
            CONTACT,
            MAPPING,
            METRICS,
            QUALIFICATION,
            HYGIENE,
            CRM_EXPORT,
            CALENDAR,
            RATE,
            HIERARCHY,
            TEAM,
            SPLIT,
            PIPELINE,
            MOVE);

    private Modules() {}
}
