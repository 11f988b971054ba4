import Base
import HTML
import Store
import Web

/// The face of the wing that convenes: conferences, their programmes and what is published of them.
package enum ConveneModule {
    package static func module() -> Module {
        Module(
            name: "convene",
            routes: routes.flatMap { $0 }, migrations: migrations.flatMap { $0 }, words: EmbeddedFiles.all,
            places: [PageFrame.Place("convene.place.conference", path: "/editions")], panels: SitePanels.all,
            personal: AppearanceStore.records + [MaterialStore.personal] + FavouriteStore.records)
    }

    /// The parts of an event to which the role of an editor can be bound: its tracks.
    package static func parts(of event: Identifier, in tx: Reader) throws -> [Reference] {
        guard let found = try EventStore.find(event, in: tx) else { return [] }
        return try TrackStore.all(of: event, in: tx).map {
            Reference(kind: "track", id: $0.id, title: $0.name, path: found.reference.path)
        }
    }

    /// A feature is a line here.
    private static let routes: [[Route]] = [
        SiteRoutes.routes,
        ExportRoutes.routes,
        ReleaseRoutes.routes,
        SpeakerRoutes.routes,
        FavouriteRoutes.routes,
        EmbedRoutes.routes,
        EventDeskRoutes.routes,
        ProgrammeDeskRoutes.routes,
        SessionDeskRoutes.routes,
        ReleaseDeskRoutes.routes,
        NoticeRoutes.routes,
        AgendaImportRoutes.routes,
        ScheduleImportRoutes.routes,
        PlanRoutes.routes,
        AvailabilityRoutes.routes,
        MaterialRoutes.routes,
        ApiPublicRoutes.routes,
        ApiMaterialRoutes.routes,
        ApiDraftRoutes.routes,
        ApiPlanRoutes.routes,
        ApiReleaseRoutes.routes,
    ]

    /// In the order in which they must run.
    private static let migrations: [[Migration]] = [
        EventSchema.migrations,
        ProgrammeSchema.migrations,
        ReleaseSchema.migrations,
        NoticeSchema.migrations,
        ScheduleImportSchema.migrations,
        EditingSchema.migrations,
        MaterialSchema.migrations,
        FavouriteSchema.migrations,
    ]
}
