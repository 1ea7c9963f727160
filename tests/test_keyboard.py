"""Where the tools of a site are, for whoever measures how far they are away by keyboard."""

from campaign.settings import BY_CODE
from campaign.site import Site
from keyboard import tools


def test_tools_are_found_by_what_they_are(good_site: Site) -> None:
    """A page that an editor has given another address is measured too, and so is the site of other regions."""
    assert tools(good_site.content, BY_CODE["no"]) == [
        ("/no/ledere/", "[data-result]"),
        ("/no/hr-guide/plikter/", "[data-duties]"),
        ("/no/hr-guide/plikter/", ".cost-cards"),
        ("/no/sok/", ".results"),
        ("/no/flytteplan/herfra-og-dit/", "[data-steps]"),
    ]
