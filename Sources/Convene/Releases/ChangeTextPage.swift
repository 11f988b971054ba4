import Base
import HTML

/// One change after its label: the old value, an arrow, the new one.
enum ChangeTextPage {
    static func detail(_ scene: Scene, _ change: ProgrammeChange) -> Markup {
        switch change.what {
        case .sessionAdded, .sessionRemoved:
            return change.session.map { when(scene, $0.when, dated: true) } ?? .empty
        case .moved(let old, let new):
            let dated = old.date != new.date
            return pair(scene, when(scene, old, dated: dated), when(scene, new, dated: dated))
        case .lengthened(let old, let new): return pair(scene, minutes(scene, old.minutes), minutes(scene, new.minutes))
        case .roomChanged(let old, let new): return pair(scene, room(scene, old), room(scene, new))
        case .kindChanged(let old, let new):
            return pair(scene, "\(scene.words("kind.\(old.rawValue)"))", "\(scene.words("kind.\(new.rawValue)"))")
        case .retitled(let old, let new), .abstractChanged(let old, let new), .sectionChanged(let old, let new),
            .subtitleChanged(let old, let new), .descriptionChanged(let old, let new):
            return texts(scene, old, new)
        case .trackChanged(let old, let new):
            return pair(scene, filled(scene, old?.name ?? .empty), filled(scene, new?.name ?? .empty))
        case .languagesChanged(let old, let new): return pair(scene, languages(scene, old), languages(scene, new))
        case .slotsChanged(let old, let new):
            // Where only the times differ, the times are told.
            let isAlike = slots(scene, old) == slots(scene, new)
            return pair(scene, slots(scene, old, timed: isAlike), slots(scene, new, timed: isAlike))
        case .appearanceAdded(let one), .appearanceRemoved(let one): return "\(person(scene, one))"
        case .appearanceChanged(let old, let new): return pair(scene, "\(person(scene, old))", "\(person(scene, new))")
        default: return frame(scene, change.what)
        }
    }

    /// Days, rooms and the zone.
    private static func frame(_ scene: Scene, _ what: ProgrammeChange.What) -> Markup {
        switch what {
        case .zoneChanged(let old, let new): return pair(scene, "\(old)", "\(new)")
        case .dayAdded(let day), .dayRemoved(let day): return "\(scene.words.date(day.date, .full))"
        case .dayChanged(let old, let new):
            return """
                \(scene.words.date(new.date, .full)): \
                \(pair(scene, ends(scene, old), ends(scene, new)))
                """
        case .roomAdded(let one), .roomRemoved(let one): return scene.text(one.name)
        case .roomRenamed(let old, let new): return texts(scene, old.name, new.name)
        case .trackAdded(let one), .trackRemoved(let one): return scene.text(one.name)
        case .trackRenamed(let old, let new): return texts(scene, old.name, new.name)
        case .roomResized(let old, let new):
            return "\(scene.text(new.name)): \(pair(scene, capacity(scene, old), capacity(scene, new)))"
        default: return .empty
        }
    }

    static func pair(_ scene: Scene, _ old: Markup, _ new: Markup) -> Markup {
        """
        <span class="visually-hidden">\(scene.words("changes.from")) </span><del>\(old)</del> \
        <span class="arrow" aria-hidden="true">\(scene.words("changes.arrow"))</span> \
        <span class="visually-hidden">\(scene.words("changes.to")) </span><ins>\(new)</ins>
        """
    }

    /// In the reader's language if that changed; else each language that did.
    private static func texts(_ scene: Scene, _ old: Localized, _ new: Localized) -> Markup {
        if old.text(scene.language) != new.text(scene.language) { return pair(scene, filled(scene, old), filled(scene, new)) }
        let tags = Set(old.tags + new.tags).filter { old[$0] != new[$0] }.sorted()
        return each(tags) { tag in
            let before = old[tag].map { Localized($0, tag) } ?? .empty
            let after = new[tag].map { Localized($0, tag) } ?? .empty
            return """
                <span class="meta">\(scene.words.languageName(tag)):</span> \
                \(pair(scene, filled(scene, before), filled(scene, after))) 
                """
        }
    }

    private static func filled(_ scene: Scene, _ text: Localized) -> Markup {
        text.isEmpty ? "\(scene.words("changes.nothing"))" : scene.text(text)
    }
    private static func when(_ scene: Scene, _ when: ProgrammeChange.When, dated: Bool) -> Markup {
        let times: Markup = #"<span class="tabular" dir="ltr">\#(DraftDeskPage.times(when.start, when.end))</span>"#
        return dated ? "\(scene.words.date(when.date, .dayMonth)), \(times)" : times
    }
    private static func minutes(_ scene: Scene, _ count: Int) -> Markup { "\(scene.words("changes.minutes", count: count))" }
    private static func ends(_ scene: Scene, _ day: ProgrammeDay) -> Markup {
        "\(scene.words("programme.endsAt", ["time": DraftDeskPage.clock(day.ends)]))"
    }
    private static func room(_ scene: Scene, _ room: Room?) -> Markup {
        room.map { scene.text($0.name) } ?? "\(scene.words("changes.nothing"))"
    }
    private static func capacity(_ scene: Scene, _ room: Room) -> Markup {
        room.capacity.map { "\(scene.words.number($0))" } ?? "\(scene.words("changes.nothing"))"
    }
    private static func languages(_ scene: Scene, _ tags: [String]) -> Markup {
        tags.isEmpty ? "\(scene.words("changes.nothing"))" : "\(scene.words.list(tags.map(scene.words.languageName)))"
    }

    /// `5 × 8 min` for slots alike, else their times and titles.
    private static func slots(_ scene: Scene, _ slots: [Slot], timed: Bool = false) -> Markup {
        guard let first = slots.first else { return "\(scene.words("changes.nothing"))" }
        if !timed, slots.allSatisfy({ $0.minutes == first.minutes && $0.title.isEmpty }) {
            return #"<span dir="ltr">\#(slots.count) × </span>\#(minutes(scene, first.minutes))"#
        }
        let parts = slots.map { slot -> Markup in
            let time: Markup = #"<span class="tabular" dir="ltr">\#(DraftDeskPage.clock(slot.start))</span>"#
            return "\(time) \(scene.text(slot.title)) (\(minutes(scene, slot.minutes)))"
        }
        return each(parts.enumerated()) { index, part in "\("; ", if: index > 0)\(part)" }
    }

    /// `Name, affiliation (moderator, recorded)`.
    private static func person(_ scene: Scene, _ one: Appearance) -> String {
        let words = scene.words
        var notes = [words("appearance.role.\(one.role.rawValue)")]
        if one.presence == .readOut, !one.readBy.isEmpty {
            notes.append(words("presence.readOutBy", ["name": one.readBy]))
        } else {
            notes.append(words("presence.\(one.presence.rawValue)"))
        }
        return [one.name, one.affiliation].filter { !$0.isEmpty }.joined(separator: ", ") + " (" + notes.joined(separator: ", ")
            + ")"
    }
}
