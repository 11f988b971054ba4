import Base
import HTML

/// A released programme in each of the forms that other programs read: pages and the command line ask here.
package struct ProgrammeExport: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case xml, json, ics, csv, jsonld

        /// Below the event's address.
        package var name: String {
            switch self {
            case .xml, .json: "schedule.\(rawValue)"
            case .ics, .csv, .jsonld: "programme.\(rawValue)"
            }
        }
        package var type: String {
            switch self {
            case .xml: "application/vnd.c3voc.schedule+xml"
            case .json: "application/json"
            case .ics: "text/calendar; charset=utf-8"
            case .csv: "text/csv; charset=utf-8; header=present"
            case .jsonld: "application/ld+json"
            }
        }
    }
    package let file: EventFile
    package let view: ProgrammeView
    package let history: ProgrammeHistory
    package let materials: [Identifier: [Material]]
    package let words: Words
    package let baseURL: String
    package let addresses: SessionAddresses
    private let outlines: OutlineShelf?

    /// `addresses` are those of our own site at `baseURL` where none are given. With `isKept` the outline may be one that was
    /// made before for the same release: only for releases that are in the database.
    package init(
        _ file: EventFile, _ view: ProgrammeView, history: ProgrammeHistory, materials: [Identifier: [Material]], words: Words,
        baseURL: String, addresses: SessionAddresses? = nil, isKept: Bool = false
    ) {
        self.file = file
        self.view = view
        self.history = history
        self.materials = materials
        self.words = words
        self.baseURL = baseURL
        outlines = isKept ? OutlineShelf.shared : nil
        self.addresses = addresses ?? SessionAddresses(file.event, baseURL: baseURL)
    }

    package func text(_ format: Format) -> String {
        switch format {
        case .xml: ScheduleXMLExport(outline).text()
        case .json: ScheduleJSONExport(outline).text()
        case .ics: calendar.programme(view, cancelled: history.cancelled)
        case .csv: ProgrammeTableExport.text(view, addresses: addresses)
        case .jsonld:
            LinkedDataExport(file, language: words.language, baseURL: baseURL).programme(view, history: history)
        }
    }

    /// A part of the programme as a calendar of its own; nil if nothing is or was in it.
    package func calendar(_ part: ProgrammePart) -> String? {
        let items = view.items.filter { part.holds($0.session) }
        let cancelled = history.cancelled.filter { part.holds($0) }
        guard !items.isEmpty || !cancelled.isEmpty else { return nil }
        let name = part.name(in: view.release.programme, items: items.map(\.session) + cancelled).text(words.language)
        let event = file.event.name.text(words.language)
        return calendar.programme(
            view, items: items, cancelled: cancelled, title: name.isEmpty ? event : "\(name) · \(event)")
    }

    private var calendar: ICalendarExport { ICalendarExport(file, words: words, addresses: addresses) }
    private var outline: ScheduleOutline {
        let outline =
            outlines?.outline(file.event, view, addresses: addresses)
            ?? ScheduleOutline(file.event, view, addresses: addresses)
        return outline.with(materials, view, addresses: addresses)
    }
}
