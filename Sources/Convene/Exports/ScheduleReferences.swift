import Base

/// Materials of a session as c3voc's schedule formats tell them. They come and go without a release, so they are put into an
/// outline that may have been made long before.
enum ScheduleReferences {
    /// Those that everybody may have: links and recordings elsewhere, then files.
    static func split(
        _ materials: [Material], _ view: ProgrammeView, _ addresses: SessionAddresses
    ) -> (links: [ScheduleOutline.Reference], attachments: [ScheduleOutline.Reference]) {
        let all = materials.compactMap { reference($0, view, addresses) }
        let isLink = { (one: ScheduleOutline.Reference) in one.type == "web" || one.type == "media" }
        return (all.filter(isLink), all.filter { !isLink($0) })
    }

    private static func reference(
        _ material: Material, _ view: ProgrammeView, _ addresses: SessionAddresses
    ) -> ScheduleOutline.Reference? {
        guard material.visibility == .everyone else { return nil }
        let title = material.title.text(view.language)
        let type =
            switch material.kind {
            case .slides, .handout: "slides"
            case .paper: "paper"
            case .recording: "media"
            case .link: "web"
            case .captions, .other: "related"
            }
        return ScheduleOutline.Reference(
            title: title.isEmpty ? material.file?.name ?? material.kind.rawValue : title,
            url: material.file == nil
                ? material.url : addresses.event + "/s/\(material.session)/materials/\(material.id)", type: type)
    }
}
