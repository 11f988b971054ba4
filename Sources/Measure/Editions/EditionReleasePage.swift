import Base
import HTML
import People

/// Release at the desk: when and by whom, and the one button that makes it public.
package enum EditionReleasePage {
    package struct View: Sendable {
        package let edition: IndexEdition
        package let releasers: [Person]
        package let people: [Person]
        package let mayPlan: Bool
        package let mayRelease: Bool
        package var embargo: String
        package var complaints = Complaints()

        package init(
            edition: IndexEdition, releasers: [Person], people: [Person], mayPlan: Bool, mayRelease: Bool
        ) {
            self.edition = edition
            self.releasers = releasers
            self.people = people
            self.mayPlan = mayPlan
            self.mayRelease = mayRelease
            embargo = EditionReleaseForm.text(edition.embargo)
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title = words("measure.tab.release")
        return """
            \(view.mayPlan
                ? MeasureTabsPage.head(scene, view.edition, .release, title: title)
                : "<div class=\"head\"><h1>\(MeasureTabsPage.name(scene, view.edition))</h1><p class=\"meta\" id=\"state\">\(MeasureTabsPage.badges(scene, view.edition))</p></div>")\
            \(FormParts(words, view.complaints).summary)\(standing(scene, view))\
            \(planning(scene, view), if: view.mayPlan && view.edition.state != .released)
            """
    }

    private static func standing(_ scene: Scene, _ view: View) -> Markup {
        let (words, edition) = (scene.words, view.edition)
        switch edition.state {
        case .released:
            let moment = edition.releasedAt.map { MeasurePartsPage.moment(scene, $0) } ?? .empty
            return """
                <p class="notice good">\(words("measure.released")) \(moment). \
                <a href="\(url: scene.link(edition.path))">\(words("measure.toPublic"))</a></p>
                """
        case .draft, .preview: return #"<p class="notice">\#(words("measure.release.notFrozen"))</p>"#
        case .frozen:
            if let embargo = edition.embargo, scene.now < embargo {
                return #"<p class="notice">\#(words("measure.release.embargo")) \#(MeasurePartsPage.moment(scene, embargo))</p>"#
            }
            guard view.mayRelease else { return #"<p class="notice">\#(words("measure.release.others"))</p>"# }
            return """
                <section class="panel"><h2>\(words("measure.release.now"))</h2><p>\(words("measure.release.now.help"))</p>\
                \(MeasurePartsPage.button(scene, edition.desk + "/release/now", words("measure.release.cue")))</section>
                """
        }
    }

    private static func planning(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let chosen = Set(view.releasers.map(\.id))
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(view.edition.desk + "/release"))">\(scene.guardField)\
            <h2>\(words("measure.release.plan"))</h2>\
            \(parts.input("embargo", label: words("measure.embargo"), value: view.embargo, type: "datetime-local", help: words("measure.embargo.help")))\
            <fieldset><legend>\(words("measure.releasers"))</legend><p class="help">\(words("measure.releasers.help"))</p>\
            <div class="options many">\(each(scene.words.sorted(view.people) { $0.name }) { person in
                """
                <div class="field check"><input type="checkbox" id="r-\(person.id)" name="releaser" value="\(person.id)"\(" checked", if: chosen.contains(person.id))>\
                <label for="r-\(person.id)"><bdi>\(person.name)</bdi></label></div>
                """
            })</div></fieldset>\
            <p class="actions"><button class="button" type="submit">\(words("measure.save"))</button></p></form>
            """
    }
}
