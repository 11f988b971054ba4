import Base
import HTML

/// The days and rooms under the draft's list: what sessions stand on.
package enum PlanDeskPage {
    package static func days(_ scene: Scene, _ view: ProgrammeDeskPage.View) -> Markup {
        let words = scene.words
        let action = scene.link("/desk\(view.event.path)/days")
        let rows = each(view.programme.days) { day in
            """
            <li><b>\(words.date(day.date, .full))</b> <span>\(words("programme.endsAt", ["time": DraftDeskPage.clock(day.ends)]))</span> \
            \(removeDay(scene, action, day), if: view.mayEdit)</li>
            """
        }
        return """
            <section class="panel" aria-labelledby="days"><h2 id="days">\(words("programme.days"))</h2>\
            <ul class="plain">\(rows)</ul>\(dayForm(scene, view, action), if: view.mayEdit)</section>

            """
    }

    private static func removeDay(_ scene: Scene, _ action: String, _ day: ProgrammeDay) -> Markup {
        """
        <form class="inline" method="post" action="\(url: action)">\(scene.guardField)\
        <input type="hidden" name="date" value="\(day.date.description)"><input type="hidden" name="do" value="remove">\
        <button class="link" type="submit" \
        aria-label="\(scene.words("programme.removeDay", ["date": scene.words.date(day.date)]))">\(scene.words("programme.remove"))\
        </button></form>
        """
    }

    private static func dayForm(_ scene: Scene, _ view: ProgrammeDeskPage.View, _ action: String) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <details\(" open", if: view.complaints["date"] != nil || view.complaints["ends"] != nil)>\
            <summary>\(words("programme.addDay"))</summary>\
            <form method="post" action="\(url: action)">\(scene.guardField)\
            \(parts.input("date", label: words("session.date"), value: view.typed["date"] ?? view.event.first.description, type: "date",
                          required: true))\
            \(parts.input("ends", label: words("programme.ends"), value: view.typed["ends"] ?? "24:00", help: words("programme.ends.help")))\
            <button class="button" type="submit">\(words("programme.saveDay"))</button></form></details>
            """
    }

    package static func rooms(_ scene: Scene, _ view: ProgrammeDeskPage.View) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="rooms"><h2 id="rooms">\(words("programme.rooms"))</h2>\
            \(#"<ul class="plain">\#(each(view.programme.rooms) { "<li>\(scene.text($0.name))</li>" })</ul>"#, if: !view.mayEdit)\
            \(each(view.programme.rooms) { room(scene, view, $0) }, if: view.mayEdit)\(room(scene, view, nil), if: view.mayEdit)</section>

            """
    }

    /// One room's form, folded; nil for a new one.
    private static func room(_ scene: Scene, _ view: ProgrammeDeskPage.View, _ room: Room?) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let prefix = PlanForm.prefix(room?.id)
        let fields = Language.allCases.map { "\(prefix)-\($0.rawValue)" } + ["\(prefix)-capacity"]
        let isOpen = fields.contains { view.complaints[$0] != nil }
        func value(_ field: String, _ old: String) -> String { view.typed[field] ?? old }
        let names = each(Language.allCases) { language in
            let field = "\(prefix)-\(language.rawValue)"
            return parts.input(
                field, label: words("programme.roomName", ["language": words.languageName(language.rawValue)]),
                value: value(field, room?.name[language.rawValue] ?? ""), language: language)
        }
        let capacity = "\(prefix)-capacity"
        return """
            <details\(" open", if: isOpen)><summary>\(room.map { scene.text($0.name) } ?? "\(words("programme.addRoom"))")</summary>\
            <form method="post" action="\(url: scene.link("/desk\(view.event.path)/rooms"))">\(scene.guardField)\
            <input type="hidden" name="room" value="\(room?.id.text ?? "")">\(names)\
            \(parts.input(capacity, label: words("programme.capacity"), value: value(capacity, room?.capacity.map { String($0) } ?? ""),
                          type: "number"))\
            <button class="button" type="submit" name="do" value="save">\(words("programme.saveRoom"))</button>\
            \(#" <button class="button quiet" type="submit" name="do" value="remove">\#(words("programme.removeRoom"))</button>"#,
              if: room != nil)</form></details>
            """
    }
}
