import Base
import HTML
import Store

/// The one face of a wing. `App` lists the modules by name; there is no plug-in machinery.
package struct Module: Sendable {
    package let name: String
    package var routes: [Route]
    package var migrations: [Migration]
    /// `Words/<lang>.json` → text.
    package var words: [String: String]
    /// Its places in the bar.
    package var places: [PageFrame.Place]
    /// Its places at the desk that belong to no event, for whoever runs the alliance's year.
    package var desks: [PageFrame.Place] = []
    /// Name of a job → what it does with its payload.
    package var jobs: [String: @Sendable (String, Database) async throws -> Void]
    /// Blocks for the home page, made for the reader.
    package var panels: [Panel]
    /// What its tables tell of persons.
    package var personal: [PersonalRecord]
    /// What is looked after again and again.
    package var rounds: [Round] = []
    /// Kind of a letter's file (`LetterAttachment.kind`) → what makes it when the letter is sent.
    package var attachments: [String: Maker] = [:]

    /// From the attachment's key; nil where the file no longer holds, and the letter goes without it.
    package typealias Maker = @Sendable (String, Hall) async throws -> [UInt8]?

    /// Work that every process does each so many seconds; several may do it at once, so that it must bear that.
    package struct Round: Sendable {
        package let name: String
        package let seconds: Int
        package let body: @Sendable (Hall) async throws -> Void
        package init(_ name: String, seconds: Int, body: @escaping @Sendable (Hall) async throws -> Void) {
            self.name = name
            self.seconds = seconds
            self.body = body
        }
    }

    /// A block of a page of the hall.
    package struct Panel: Sendable {
        package let order: Int
        package let topics: Set<String>
        package let markup: @Sendable (Reader, Scene) throws -> Markup
        package init(order: Int, topics: Set<String>, markup: @escaping @Sendable (Reader, Scene) throws -> Markup) {
            self.order = order
            self.topics = topics
            self.markup = markup
        }
    }

    package init(
        name: String, routes: [Route] = [], migrations: [Migration] = [], words: [String: String] = [:],
        places: [PageFrame.Place] = [], jobs: [String: @Sendable (String, Database) async throws -> Void] = [:],
        panels: [Panel] = [], personal: [PersonalRecord] = []
    ) {
        self.name = name
        self.routes = routes
        self.migrations = migrations
        self.words = words
        self.places = places
        self.jobs = jobs
        self.panels = panels
        self.personal = personal
    }
}
