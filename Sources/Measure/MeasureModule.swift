import Base
import HTML
import Store
import Web

/// The face of the wing that measures: editions of composite indices, from the first table to the corrections of what is public.
package enum MeasureModule {
    package static func module() -> Module {
        var module = Module(
            name: "measure", routes: routes.flatMap { $0 }, migrations: migrations.flatMap { $0 }, words: EmbeddedFiles.all,
            places: [IndexSiteRoutes.place], panels: [IndexSiteRoutes.panel],
            personal: [EditionStore.personal, CorrectionStore.personal, RoundStore.personal, EditionLetterStore.personal]
                + PreviewStore.records)
        module.desks = [PageFrame.Place("measure.title", path: "/desk/measure")]
        module.rounds = EditionRoundRoutes.rounds
        return module
    }

    /// A feature is a line here.
    private static let routes: [[Route]] = [
        IndexSiteRoutes.routes,
        IndexDownloadRoutes.routes,
        EditionDeskRoutes.routes,
        EditionReleaseRoutes.routes,
        FrameworkDeskRoutes.routes,
        DataDeskRoutes.routes,
        MethodDeskRoutes.routes,
        WeightDeskRoutes.routes,
        AuditDeskRoutes.routes,
        CorrectionDeskRoutes.routes,
        RoundDeskRoutes.routes,
        ExpertRoutes.routes,
        PreviewDeskRoutes.routes,
        PreviewRoutes.routes,
        ReportDeskRoutes.routes,
        ReportSiteRoutes.routes,
    ]

    /// In the order in which they must run.
    private static let migrations: [[Migration]] = [
        EditionSchema.migrations,
        RoundSchema.migrations,
        PreviewSchema.migrations,
        ReportSchema.migrations,
        EditionLetterSchema.migrations,
    ]
}
