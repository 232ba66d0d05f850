// A program with Go's own HTTP client goes its way from create to 404; its output tells what it saw.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
)

const services = "https://proxy.twilio.com/v1/Services"

type answer struct {
	Sid         string
	UniqueName  string `json:"unique_name"`
	CallbackUrl string `json:"callback_url"`
	Code        int
	Services    []answer
	Meta        struct {
		NextPageUrl string `json:"next_page_url"`
	}
}

func call(method, address string, form url.Values) (int, answer) {
	request, _ := http.NewRequest(method, address, strings.NewReader(form.Encode()))
	request.SetBasicAuth(os.Getenv("TWILIO_ACCOUNT_SID"), os.Getenv("TWILIO_AUTH_TOKEN"))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, failure := http.DefaultClient.Do(request)
	if failure != nil {
		panic(failure)
	}
	defer response.Body.Close()
	var found answer
	json.NewDecoder(response.Body).Decode(&found)
	return response.StatusCode, found
}

func listed() (names []string) {
	for next := services + "?PageSize=2"; next != ""; {
		_, page := call("GET", next, nil)
		for _, one := range page.Services {
			names = append(names, one.UniqueName)
		}
		next = page.Meta.NextPageUrl
	}
	return names
}

func main() {
	var sids []string
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		_, made := call("POST", services, url.Values{"UniqueName": {name}})
		sids = append(sids, made.Sid)
	}
	names, first := listed(), services+"/"+sids[0]
	_, updated := call("POST", first, url.Values{"CallbackUrl": {"https://x.example"}})
	removed, _ := call("DELETE", first, nil)
	status, refused := call("GET", first, nil)
	_, there := call("GET", "https://proxy.dublin.ie1.twilio.com/v1/Services", nil)
	found, _ := json.Marshal(map[string]any{
		"listed": names, "callback_url": updated.CallbackUrl, "removed": removed, "refused": []int{status, refused.Code},
		"there": len(there.Services),
	})
	fmt.Println(string(found))
}
