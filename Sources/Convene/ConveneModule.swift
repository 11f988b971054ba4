import HTML
import Web

/// The face of the wing that convenes: conferences, their programmes and what is published of them.
package enum ConveneModule {
    package static func module() -> Module {
        Module(
            name: "convene",
            routes: SiteRoutes.routes + ExportRoutes.routes + ReleaseRoutes.routes + EventDeskRoutes.routes
                + ProgrammeDeskRoutes.routes + SessionDeskRoutes.routes + ReleaseDeskRoutes.routes + AgendaImportRoutes.routes,
            migrations: EventSchema.migrations + ProgrammeSchema.migrations + ReleaseSchema.migrations, words: EmbeddedFiles.all,
            places: [PageFrame.Place("convene.place.conference", path: "/editions")], panels: SitePanels.all)
    }
}
