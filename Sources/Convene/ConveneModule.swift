import Base
import HTML
import Store
import Web

/// The face of the wing that convenes: conferences, their programmes and what is published of them.
package enum ConveneModule {
    package static func module() -> Module {
        var module = Module(
            name: "convene",
            routes: routes.flatMap { $0 }, migrations: migrations.flatMap { $0 }, words: EmbeddedFiles.all,
            places: [PageFrame.Place("convene.place.conference", path: "/editions")], panels: SitePanels.all,
            personal: AppearanceStore.records + AnswerPersonalStore.records + MailingPersonalStore.records
                + [MaterialStore.personal, RegistrationPersonalStore.record]
                + FavouriteStore.records + DoorStore.records + CertificateStore.records)
        module.rounds = [
            PlaceRoundRoutes.round, AnswerRoutes.round, RetentionRoundRoutes.round, MailingRoundRoutes.post,
            MailingRoundRoutes.remind,
        ]
        module.attachments = RegistrationFileRoutes.makers
        return module
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
        RegisterRoutes.routes, TurnRoutes.routes,
        RegistrationRoutes.routes,
        RegistrationDeskRoutes.routes,
        PlaceDeskRoutes.routes,
        QuestionnaireDeskRoutes.routes,
        QuestionDeskRoutes.routes,
        AnswerDeskRoutes.routes,
        OwnAnswerRoutes.routes,
        RegistrationFileRoutes.routes,
        MailingDeskRoutes.routes,
        RegistrationBounceRoutes.routes,
        LettersDeskRoutes.routes,
        DoorRoutes.routes,
        DoorSyncRoutes.routes,
        DoorDeskRoutes.routes,
        SeatRoutes.routes,
        PapersDeskRoutes.routes,
        OwnPapersRoutes.routes,
        ParticipantsRoutes.routes,
        CertificateDeskRoutes.routes,
        InvitationDeskRoutes.routes,
        VerificationRoutes.routes,
        AttendanceDeskRoutes.routes,
        OwnDataRoutes.routes,
        ApiPublicRoutes.routes,
        ApiMaterialRoutes.routes,
        ApiPlaceRoutes.routes,
        ApiDraftRoutes.routes,
        ApiPlanRoutes.routes,
        ApiReleaseRoutes.routes,
        ApiRegistrationRoutes.routes,
        ApiRegistrationEntryRoutes.routes,
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
        PlaceSchema.migrations,
        RegistrationSchema.migrations,
        QuestionSchema.migrations,
        DoorSchema.migrations,
        MailingSchema.migrations,
        PapersSchema.migrations,
    ]
}
