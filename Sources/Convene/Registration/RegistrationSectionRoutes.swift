import Base
import HTML
import Store
import Web

/// What other features add to the page of a registration: each gives its block, or nothing.
enum RegistrationSectionRoutes {
    /// On the holder's own page.
    static func own(_ scene: Scene, _ passage: RegistrationPassage, _ exchange: Exchange, in tx: Reader) throws -> [Markup] {
        [
            try OwnPapersRoutes.section(scene, passage, exchange, in: tx),
            try SeatRoutes.section(scene, passage, exchange, in: tx),
            try ParticipantsRoutes.section(scene, passage, exchange, in: tx),
            try OwnAnswerRoutes.section(scene, passage, exchange, in: tx),
            try OwnDataRoutes.section(scene, passage, exchange, in: tx),
        ]
    }

    /// At the desk.
    static func desk(_ scene: Scene, _ viewer: Viewer?, _ one: Registration, _ event: Event, in tx: Reader) throws -> [Markup] {
        [
            AnswerDeskPage.section(scene, event, try AnswerActions.look(at: one.id, of: event, by: viewer, in: tx)),
            try RegistrationBounceRoutes.section(scene, one, event, in: tx),
        ]
    }
}
